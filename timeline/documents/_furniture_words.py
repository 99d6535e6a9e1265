"""What page furniture looks like, as patterns.

Each pattern of a line has to match it from end to end, so that a mention within a sentence ("related articles of the
treaty") is safe; a pattern that runs on freely (``.{2,200}``) therefore begins with words that open no sentence.
"""

# The quantifiers are possessive: what a word has taken it never gives back, so no line can be parted in many ways.
_DAY_WORDS = (
    r"(?:\d[\d:.,/-]*+(?:st|nd|rd|th|z)?|jan\w*+|feb\w*+|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug\w*+|sept?\w*+|oct\w*+"
    r"|nov\w*+|dec\w*+|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|at|on|by|[ap]\.?m|gmt|utc"
    r"|[bcemip][sd]t|ces?t|just|now|ago|minutes?|mins?|hours?|hrs?|days?|weeks?|today|yesterday|[|,.:/()–-]|\s)"
)
_SHARE_WORDS = (
    r"(?:share|tweet|pin|print|e-?mail|save|bookmark|copy(?: link)?|link|facebook|twitter|x|linkedin|whatsapp|telegram"
    r"|reddit|pinterest|messenger|flipboard|bluesky|threads|instagram|youtube|tumblr|viber|sms|rss|this|article|story"
    r"|post|on|to|via|with|friends|and|&)"
)
_AGO = r"\d{1,2}\s?(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)\s+ago"
SECTION = (
    r"(?:news|world|us|u\.s\.|uk|u\.k\.|europe|asia|africa|americas|middle east|australia|canada|india|china|politics"
    r"|ireland|scotland|wales|france|germany|russia|ukraine|israel|south africa|new zealand"
    r"|business|economy|markets|money|finance|tech(?:nology)?|science|health|environment|climate|sports?|football"
    r"|opinion|comment|analysis|culture|arts|entertainment|lifestyle|life|style|travel|education|crime|courts|local"
    r"|national|international|regional|live(?: ?blog)?|exclusive|explainer|investigations|obituaries|cybersecurity"
    r"|energy|society|weather|breaking news)"
)
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_NAMES = rf"{_NAME}(?:\s+(?:{_NAME}|de|van|von|bin|al|der|la)){{1,3}}"

# Who took a picture, and for which agency.
_TAKER = rf"{_NAME}(?:\s+{_NAME}){{0,3}}(?:\s?/\s?{_NAME}(?:\s+{_NAME}){{0,2}})?"
_AGENCY = (
    r"(?:The |the )?(?:AP|A\.P\.|Associated Press|Reuters|AFP|Agence France-Presse|Getty(?: Images)?"
    r"|Bloomberg(?: News)?|EPA|PA Wire|Shutterstock|Alamy|Xinhua|Anadolu|UPI|NurPhoto|TASS|Kyodo|Yonhap"
    r"|New York Times|Washington Post)"
    r"(?: (?:News )?Photos?| Images|[,/] ?[\w ]{2,20})?"
)

# Who wrote it; capitals have to be capitals.
BYLINE = (
    rf"(?:By|BY|Von|Par|Por|Di)\s+{_NAMES}(?:(?:,| and| &| und| et| y)\s+{_NAMES})*"
    r"(?:\s*[,|–—-]\s*[A-Z][\w ,&-]{2,60})?"
)

# Whole lines, letter case ignored.
LINES: dict[str, tuple[str, ...]] = {
    "navigation": (
        r"skip to (?:main |the )?(?:content|navigation|search)",
        r"(?:site )?(?:menu|navigation|search|home|logo)|close(?: menu)?|(?:main|open|toggle) (?:menu|navigation)",
        r"(?:back|return|go) to (?:the )?(?:top|homepage|main page|home)",
        r"(?:sign|log) ?(?:in|out)(?: (?:or|/) (?:register|sign up))?|register|(?:my )?account",
        r"home(?:\s*+[>›»/|]\s*+[\w &-]++)+",
        rf"{SECTION}(?:\s*+[>›»/|·]\s*+[\w &'’.-]{{1,30}}+){{1,4}}",
        r"from wikipedia, the free encyclopedia|(?:press|news|media) release|for immediate release",
        r"(?:forwarded|original) message",
        r"(?:next|previous) (?:article|story|post)\b.{0,120}",
        r"\d+[ -]min(?:ute)?s?(?: read)?|(?:reading|read) time:?\s*\d+.{0,10}",
        r"listen to (?:this )?(?:article|story).{0,40}",
        r"loading(?:\.{3}|…)?|play(?: video)?|watch (?:the )?video(?: here)?:?",
        r"(?:view|show|load) (?:comments|gallery|all|more)|print(?: this)?(?: page| article)?|font size.{0,20}",
        r"(?:tags|topics|filed under|keywords|categories):.{0,200}",
        r"!\[.*\]\(.*\)",
        r"page \d+ of \d+|\d[\d,]* words|full text|body|about us|help",
        (
            r"(?:section|length|load-date|edition|publication[- ]type|document[- ]type|journal code|language|word count"
            r")\s*:.{0,120}"
        ),
    ),
    "share": (
        r"share (?:this|on|via)\b.{0,40}",
        (
            r"(?=.*(?:share|tweet|facebook|twitter|whatsapp|linkedin|e-?mail|telegram|reddit))"
            rf"(?:{_SHARE_WORDS}[\s|,/·•]*){{1,14}}"
        ),
        r"(?:follow|like|join|find) us\b.{0,120}",
        r"(?:share full article|link copied|click here to share\b.{0,40})!?",
        r"(?:follow|join) .{2,40} on (?:x|twitter|facebook|whatsapp|telegram|google news).{0,60}",
        r"\d[\d,.]*k?\s*(?:shares?|views|likes|reactions)",
    ),
    "credit": (
        (
            r"(?:featured |cover |main )?(?:image|photo|picture|photograph|graphic|illustration)s?"
            r"(?: by| credits?| source| courtesy(?: of)?)?\s*:.{2,200}"
        ),
        r"credits?\s*:.{2,120}|.{3,300}\bcredit(?:\.{3}|…).{2,100}",
        r"sources?\s*:\s*(?=.*(?:agenc|news|wires?\b|reuters|afp|\bap\b)).{2,80}",
        r"\((?:[\w.'’-]+ ){0,4}[\w.'’-]+\s?/\s?(?:[\w.'’&-]+ ){0,4}[\w.'’&-]+\)",
        r"image source,? .{2,80}",
        r"(?:photo|photograph|image|illustration) (?:by|courtesy of) .{2,60}",
        r".{0,120}(?:/\s*|via )(?:getty images|shutterstock|istock|alamy|unsplash)(?:/\w+)?",
        r"getty images(?:/\w+)?|shutterstock|istock|unsplash",
    ),
    "caption": (
        r"(?:a )?file (?:photo|picture|image)\s*[:,.–—-].{0,380}|file (?:photo|picture|image) of .{3,380}",
        r"[▲△►▶]\s?.{4,300}",
        r"image caption,? .{2,300}",
    ),
    "byline": (
        r"(?:reporting|additional reporting|writing|editing|compiled|edited|translated) by:? .{3,300}",
        r"(?:write to|contact|e-?mail) .{3,80} (?:at|via) .{0,120}@.{3,120}",
        r"[\w.+-]+@[\w-]+\.[\w.]+",
        r"\((?:additional )?(?:reporting|writing|editing|compiled|translated) by .{3,300}\)\.?",
        r".{3,300}\bcontributed (?:reporting|research|to th(?:is|e) (?:report|reporting|story|article|piece))\b.{0,60}",
        r"reporting from|news provided by",
        r"byline\s*:.{2,120}|about the authors?|with files from .{3,80}|our standards: .{3,80}",
        r"(?:have|got) (?:a|any) (?:question|news tip|tip|story)s?\b.{0,40}\?.{0,120}",
    ),
    "related": (
        r"(?:read|see|watch|listen|learn) (?:also|more|next)\s*[:|»›>–-]\s*\S.{2,250}",
        r"also (?:read|see|watch)\s*[:|»›>]\s*\S.{2,250}",
        r"(?:must[- ]read|related|more|watch|listen|don['’]t miss|recommended)\s*[:|»›>]\s*\S.{2,250}",
        r"related (?:articles?|story|stories|news|posts?|coverage|reading|videos?)\s*[:|»›>]\s*\S.{2,250}",
        r"(?:(?:à )?lire aussi|lesen sie auch|mehr zum thema|leggi anche|lea también|leia também|lees ook)\s*:.{3,250}",
        r"(?:читайте также|اقرأ أيضا|إقرأ أيضا)\s*:.{3,250}",
        r"(?:from (?:the|our) archives?|in pictures|in case you missed it|you may also like)\s*[:|»›>–-]\s*\S.{2,250}",
        r"read (?:the )?full (?:story|article)(?: here| on .{2,40})?\.?",
    ),
    "comments": (
        r"comments?|(?:no|be the first to|\d[\d,.]*) comments?(?: yet)?(?:\.{3}|…|\.)?|be the first to comment\.?",
        r"(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)",
        r"(?:join|start) the (?:conversation|discussion)\.?",
        r"(?:log|sign) in to (?:comment|reply)\.?|comments? (?:are|is) (?:now )?(?:closed|off|disabled)\.?",
        r"your email address will not be published.{0,80}",
        r"إرسال تعليق|اترك تعليقا?",
        r"kommentare?(?: schreiben)?|laisser un commentaire|deja un comentario|lascia un commento",
    ),
    "advert": (
        r"(?:story|article|content) continues(?: (?:below|after)(?: (?:this|the))?(?: (?:ad|advert|advertisement))?)?",
        r"(?:skip|after)(?: past)? (?:the )?(?:ad(?:vertisement)?|newsletter promotion)|ad feedback",
        r"advertise?ments?|sponsored(?: content| by .{2,40})?|promoted(?: content)?|paid(?: (?:post|content))?",
        r"(?:get started now: ?)?(?:download|get) (?:the|our) app",
        r"(?:available|get it|download) on (?:the )?(?:app store|google play).{0,60}",
        r"app[ -]?store(?: ?[|/]? ?(?:google )?play[ -]?store)?|scan the qr code.{0,80}",
    ),
    "newsletter": (
        (
            r"(?:sign up|subscribe|register) (?:for|to|now|here|today)\b.{0,300}"
            r"\b(?:newsletters?|inbox|updates|alerts|briefings?|channel)\b.{0,100}"
        ),
        r"(?:get|want) (?:the|our|more|all|stories|news).{3,200}(?:newsletter|(?:in|to) your inbox)\b.{0,100}",
        r"(?:subscribe|sign up)(?: now| here| today)?[!.]?|(?:enter )?(?:your )?e-?mail(?: address)?",
        r"(?:by )?(?:signing up|subscribing),? .{3,300}(?:terms|privacy).{0,100}",
        r"support (?:our|independent) journalism.{0,120}|(?:become a|already a) (?:subscriber|member).{0,60}",
    ),
    "consent": (
        r"(?:we (?:and our (?:\d+ )?partners )?use|this (?:web)?site uses) cookies.{0,380}",
        r".{0,60}by continuing to (?:use|browse) (?:this|our) (?:web)?site.{0,200}",
        r"(?:accept|reject|allow|decline) (?:all(?: cookies)?|cookies)",
        r"(?:cookie|privacy) (?:policy|settings|preferences|notice)",
        r"manage (?:consent|preferences|cookies|my choices|options)",
        r"you have a preview view of this article\b.{0,200}",
        r"we are having trouble retrieving the article content\b.{0,200}",
        r"terms (?:of (?:use|service)|and conditions)(?: .{3,40})?",
    ),
    "copyright": (
        r"(?:©|\(c\)|copyright\s*(?:©|\(c\))?\s*(?=\d{4}))\s*(?:\d{4}|\w).{0,300}",
        r".{0,200}\ball rights reserved\b.{0,120}",
    ),
    "updated": (
        (
            r"(?:(?:this )?(?:article|story|page|post) (?:was )?)?(?:first )?(?:last )?"
            rf"(?:published|updated|modified|edited|reviewed)(?: on| at)?\s*:?\s*{_DAY_WORDS}{{2,60}}"
            r"(?:(?:help|share|print|report|contact us|about us|terms|privacy|corrections)\s*[|·•]?\s*){0,5}"
        ),
        (
            r"(?:this (?:article|story|post|page) (?:is|was)(?: first)? )?(?:published |posted |updated )?"
            r"(?:more than |over |about )?\d+ (?:years?|months?|weeks?|days?) (?:ago|old)\.?"
        ),
        (
            r"(?:[•*–-]\s*)?this (?:article|story|post|page|headline|caption|report|piece) (?:was|has been|is)"
            r" (?:amended|corrected|updated|edited|revised|changed|clarified|republished)\b.{0,500}"
        ),
        r"(?:[•*–-]\s*)?an? (?:earlier|previous|original) version of this (?:article|story|post|report)\b.{0,500}",
        (
            r"(?:[•*–-]\s*)?(?:corrections?|clarification|editor['’]?s note|note to readers|update)"
            r"\s*(?:\([^)]{3,30}\))?\s*:.{0,300}"
            r"\b(?:this|(?:the|an?) (?:earlier|previous|original)) (?:version|article|story|post|report)\b.{0,400}"
        ),
        r"a version of this (?:article|story) (?:appears|appeared|was (?:first )?published|(?:first )?ran)\b.{3,200}",
    ),
}

# Whole lines in which capitals have to be capitals.
LINES_AS_WRITTEN: dict[str, tuple[str, ...]] = {
    "byline": (
        BYLINE,
        rf"{_NAMES} (?:reported|reports) from .{{3,200}}",
    ),
    "caption": (
        r".{3,380}\[[^\[\]/]{2,60}/[^\[\]]{2,60}\]",
        r"FILE\s?[–—-]+\s?.{4,380}",
        r".{3,380}\b(?:REUTERS|AFP|AP|EPA)/[A-Z].{1,50}",
        rf".{{3,380}}\({_NAME}(?:\s{_NAME}){{0,3}}\s?/\s?[A-Z][\w .&-]{{1,40}}\)\.?",
        r".{3,380}[(\[](?:AP Photo|AFP|Reuters|Getty|Photo|File photo|Image)[:/| ][^)\]]{0,80}[)\]]\.?",
    ),
    "advert": (r"(?:.{0,160}[.?!] )?(?:Download|Get) (?:the |our )?(?:[A-Z]\w+ )?[Aa]pp\b.{0,120}",),
    "publisher": (rf"(?!Updated|Published|Posted)(?:(?:{_NAME}\s+){{0,3}}{_NAME}?\s*|[Tt]ime\s*)[|•·–—-]?\s*{_AGO}",),
}

# A reporter in the paper's own words, which stands below an article; above one it may be the news.
BIOGRAPHY = (
    rf"{_NAMES} (?:covers|writes about|reports on) [^.]{{3,100}} (?:for|at) .{{3,200}}"
    rf"|{_NAMES} (?:is|works as|joined|covers|writes (?:about|on)|reports (?:on|from)"
    r"|has (?:covered|reported|written))\b"
    r"(?=.*\b(?:reporter|correspondent|editor|journalist|columnist|writer|producer|cover(?:s|ed)|writes)\b"
    r").{5,380}"
)

# The name of a paper or station, as it stands over everything.
MASTHEAD = (
    r"(?:[Tt]he |THE )?(?:[A-Z][\w'’&.-]*+ ){0,2}(?i:times|post|gazette|herald|news|tribune|daily|journal|observer"
    r"|chronicle|guardian|mail|telegraph|mirror|express|courier|independent|standard|examiner|register|sentinel|globe|dispatch"
    r"|bulletin|weekly|review|echo|argus|press|citizen|monitor|inquirer|mercury|advertiser|reporter)"
    r"(?: (?i:online|live))?"
)

# Phrases in the middle of a line; the text on both sides of them is the article.
PHRASES: dict[str, str] = {
    "advert": (
        r"\b(?:STORY|ARTICLE|CONTENT) CONTINUES(?: (?:BELOW|AFTER)(?: (?:THIS|THE))?(?: AD(?:VERT(?:ISEMENT)?)?)?)?\b"
        r"|\bADVERTISEMENT\b"
    ),
    "sources": r"<ref\b[^<>/]{0,200}>[^<>]{0,1500}</ref>|<ref\b[^<>]{0,200}/>|\{\{[^{}\n]{0,1500}\}\}",
    # The marks of footnotes as they are pasted: "the firm.[12] It", "[citation needed]".
    "footnote": (
        r"(?<=\S)\[(?:\d{1,3}|[a-ce-r]|(?:note|nb) \d{1,3}|(?:citation|update|clarification|page) needed"
        r"|better source needed|who\?|when\?|according to whom\?)\](?![a-z])"
    ),
    # "(AP Photo/Ann Bo)", "(Ann Bo/Reuters)", "(By Ann Bo -- The Norwick Post)", "(Ann Bo via Getty Images)".
    "credit": (
        r"\((?:(?:AP |AFP |File |Reuters )?(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|Credits?)"
        r"(?: [Cc]redit)?(?: (?:[Bb]y|[Cc]ourtesy [Oo]f) |[:/\\]\s?)[^()\n]{2,80}"
        rf"|(?:By\s+)?{_TAKER}\s?(?:--|[–—/,-]|\\/|\b[Vv]ia\b|\b[Ff]or\b)\s?{_AGENCY}"
        rf"|By\s+{_TAKER}\s?(?:--|[–—/]|\\/)\s?[^()\n]{{2,40}})\)"
    ),
}

# Headings over other articles.
_NOUNS = (
    r"(?: (?:articles?|stor(?:y|ies)|news|posts?|content|coverage|readings?|reads|topics?|links?|videos?|headlines))"
)
RELATED_HEADINGS: tuple[str, ...] = (
    rf"(?:more |other |our )?(?:related|recommended|suggested|similar|trending){_NOUNS}+",
    rf"(?:more |other |our )?(?:latest|popular|top|more|recent|featured){_NOUNS}+",
    r"related|recommended(?: for you)?|trending(?: now)?|latest|more",
    rf"most (?:read|popular|viewed|shared|recent){_NOUNS}?|(?:more|also) (?:on|from|in) .{{2,60}}",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"(?:read|see|watch) (?:also|more|next)|also (?:read|see)|what to read next|up next",
    r"editors?['’]?s?['’]? (?:picks?|choice)|don['’]t miss|in other news|in case you missed it",
    r"(?:from )?around the web|from (?:our partners|the web)|keep reading",
    r"(?:à )?lire aussi|sur le même sujet|lesen sie auch|mehr zum thema|das könnte sie auch interessieren|leggi anche",
    r"articoli correlati|lea también|noticias relacionadas|te puede interesar|leia também|lees ook|читайте также",
    r"اقرأ أيضا|إقرأ أيضا|مواضيع ذات صلة|相关(?:文章|新闻|阅读)|関連(?:記事|ニュース)",
)

# Headings over lists of sources; the dates in them are those of other texts.
SOURCES_HEADINGS: tuple[str, ...] = (
    r"sources|references|external links|further reading|bibliography|footnotes|related news",
)

# Headings over what readers wrote.
COMMENTS_HEADINGS: tuple[str, ...] = (
    r"\d[\d,.]*\s+comments|(?:readers?['’]?|user|all|latest|top) comments|comments?\s*\(\d+\)",
)

# Lines that stand only in a feed of other articles.
FEED_LINES: tuple[str, ...] = (rf".{{0,60}}?{_AGO}",)

# What dates a line relative to now, with the publisher before it ("Hindustan Times3 days ago").
AGO = _AGO
