# The app for a desk of people: `docker build -t briefing-timeline . && docker run -p 127.0.0.1:8501:8501 briefing-timeline`.
# docs/serving.md tells what it is told by variables, and how it goes with PostgreSQL; tools/check_container.py tries it.
FROM python:3.13-slim AS build
WORKDIR /app
RUN pip install --no-cache-dir uv
COPY . .
RUN uv sync --locked --no-dev --no-editable --extra app --extra slides --extra team

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home timeline && install --directory --owner 10001 --mode 700 /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH TIMELINE_HOME=/data/workspaces TIMELINE_CACHE=/data/cache HOME=/data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["python", "-m", "timeline.health"]
ENTRYPOINT ["timeline", "serve", "--host", "0.0.0.0"]
