"""The words that stand in a line which says when a text was published, in the languages news comes in.

The names of months and weekdays are those of Unicode's CLDR, whole and short, without case and stops.
"""

__all__ = ["ABOUT", "LABELS", "LAST", "MONTHS", "OTHERS", "SOURCES", "TIMES", "UPDATES", "WEEKDAYS"]

MONTHS: dict[str, int] = {
    name.casefold(): number
    for number, names in enumerate(
        (
            (
                "ene enero gen gennaio ian ianuarie jan janeiro januar januari january január januára janv janvier "
                "led leden ledna oca ocak sty styczeń stycznia tammi tammikuu tammikuuta ιαν ιανουάριοσ ιανουαρίου "
                "січ січень січня янв январь января яну януари يناير "
            ),
            (
                "feb febbraio febr febrero februar februari februarie february február februára fev fevereiro févr "
                "février helmi helmikuu helmikuuta lut lutego luty úno únor února şub şubat φεβ φεβρουάριοσ "
                "φεβρουαρίου лют лютий лютого фев февр февраль февраля февруари فبراير "
            ),
            (
                "bře březen března maalis maaliskuu maaliskuuta maart mar marca march marec maret mars mart martie "
                "marts marzec marzo março mrt márc március mär märz μάρ μάρτιοσ μαρ μαρτίου бер березень березня мар "
                "март марта مارس "
            ),
            (
                "abr abril apr april aprile aprilie apríl apríla avr avril dub duben dubna huhti huhtikuu huhtikuuta "
                "kwi kwiecień kwietnia nis nisan ápr április απρ απρίλιοσ απριλίου апр апрель апреля април квіт "
                "квітень квітня أبريل "
            ),
            (
                "kvě květen května mag maggio mai maio maj maja may mayo mayıs mei máj mája május touko toukokuu "
                "toukokuuta μάι μάιοσ μαΐου μαΐοσ μαίου май мая трав травень травня مايو "
            ),
            (
                "cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun june junho juni junio jún júna június "
                "kesä kesäkuu kesäkuuta červen června čvn ιουν ιουνίου ιούν ιούνιοσ июн июнь июня черв червень червня "
                "юни يونيو "
            ),
            (
                "heinä heinäkuu heinäkuuta iul iulie juil juillet jul julho juli julio july júl júla július lip lipca "
                "lipiec lug luglio tem temmuz července červenec čvc ιουλ ιουλίου ιούλ ιούλιοσ июл июль июля лип "
                "липень липня юли يوليو "
            ),
            (
                "ago agosto agu agustus août aug august augusta augusti augustus augusztus ağu ağustos elo elokuu "
                "elokuuta sie sierpień sierpnia srp srpen srpna αυγ αυγούστου αύγ αύγουστοσ авг август августа серп "
                "серпень серпня أغسطس "
            ),
            (
                "eyl eylül sep sept september septembra septembre septembrie septiembre set setembro settembre syys "
                "syyskuu syyskuuta szept szeptember wrz wrzesień września zář září σεπ σεπτέμβριοσ σεπτεμβρίου вер "
                "вересень вересня сент сентябрь сентября сеп септември سبتمبر "
            ),
            (
                "eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober október októbra "
                "ott ottobre out outubro paź październik października říj říjen října οκτ οκτωβρίου οκτώβριοσ жовт "
                "жовтень жовтня окт октомври октябрь октября أكتوبر "
            ),
            (
                "kas kasım lis listopad listopada listopadu marras marraskuu marraskuuta noiembrie nov november "
                "novembra novembre novembro noviembre νοέ νοέμβριοσ νοε νοεμβρίου лист листопад листопада ное ноември "
                "нояб ноябрь ноября نوفمبر "
            ),
            (
                "ara aralık dec december decembra decembrie des desember dez dezember dezembro dic dicembre diciembre "
                "déc décembre gru grudnia grudzień joulu joulukuu joulukuuta pro prosince prosinec δεκ δεκέμβριοσ "
                "δεκεμβρίου груд грудень грудня дек декабрь декабря декември ديسمبر "
            ),
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month by its names."""

WEEKDAYS: frozenset[str] = frozenset(
    (
        "cmt csütörtök cum cuma cumartesi czw czwartek dienstag dim dimanche dinsdag dom domenica domingo "
        "donderdag donnerstag dum duminică fre fredag freitag fri friday gio giovedì hétfő jeu jeudi joi jue "
        "jueves jum jumat kam kamis kedd keskiviikko keskiviikkona lauantai lauantaina lun lundi lunedì lunes "
        "luni lör lördag lør lørdag maanantai maanantaina maandag man mandag mar mardi martedì martes marți "
        "mer mercoledì mercredi mie miercuri min minggu mittwoch mié miércoles mon monday montag mån måndag "
        "nedeľa neděle niedz niedziela ons onsdag paz pazar pazartesi per perjantai perjantaina perşembe "
        "piatok piątek pon pondelok pondělí poniedziałek pzt pátek péntek qua quarta-feira qui quinta-feira "
        "rab rabu sab sabato sabtu sal salı sam samedi samstag sat saturday seg segunda-feira sel selasa sen "
        "senin sex sexta-feira sob sobota sonntag streda středa sun sunday sunnuntai sze szerda szo szombat "
        "sáb sábado sâm sâmbătă sön söndag søn søndag ter terça-feira thu thur thurs thursday tiistai "
        "tiistaina tir tirs tirsdag tis tisdag tor tors torsdag torstai torstaina tue tues tuesday utorok "
        "vasárnap ven vendredi venerdì vie viernes vin vineri vrijdag wed wednes wednesday woensdag wtorek "
        "zaterdag zondag çar çarşamba úterý čtvrtek środa štvrtok δευ δευτέρα κυρ κυριακή πέμ πέμπτη παρ "
        "παρασκευή σάβ σάββατο τετ τετάρτη τρί τρίτη воскресенье вторник вівторок неделя неділя пʼятниця "
        "петък понеделник понедельник понеділок пятница середа среда сряда суббота субота събота четвер "
        "четверг четвъртък "
    ).split()
)

# What stands before the day of first publication.
LABELS = (
    r"(?:(?:this|the)\s+(?:article|story|post|page|piece)\s+(?:was|is)\s+)?"
    r"(?:(?:first|originally|initially|online|web|story|article|last)\s+)?"
    r"(?:published|posted|publication\s+date|date\s+of\s+publication|publish\s+date|date\s+published|published\s+date"
    r"|release\s+date|released|issued|filed|created|uploaded|added|dated?|date\s+posted|posted\s+date|entry\s+date)"
    r"(?:\s+(?:online|here|date))?(?:\s+(?:on|at|in))?"
    r"|(?-i:PD)(?=\s\d)|for\s+release(?:\s+(?:at|on))?|embargoed\s+(?:until|to|till)|not\s+for\s+(?:publication|release)\s+(?:until|before)"
    r"|(?:for\s+)?immediate\s+release|press\s+release|news\s+release"
    r"|(?:article\s+)?(?:publiée?|paru|parue|mis\s+en\s+ligne|créée?|diffusée?)(?:\s+(?:le|on))?"
    r"|veröffentlicht(?:\s+am)?|erschienen(?:\s+am)?|publiziert(?:\s+am)?|erstellt(?:\s+am)?|stand|datum|vom"
    r"|publicad[oa](?:\s+(?:el|em|a))?|publicación|fecha(?:\s+de\s+publicación)?|creado(?:\s+el)?"
    r"|pubblicat[oa](?:\s+(?:il|in))?|data(?:\s+(?:di\s+pubblicazione|da\s+publicação|publikacji|publicării))?"
    r"|gepubliceerd(?:\s+op)?|geplaatst(?:\s+op)?|publicerad|publisert|publiceret|offentliggjort|udgivet|julkaistu"
    r"|опубликовано|дата(?:\s+публикации)?|опубліковано|публикувано|opublikowano|data\s+publikacji|publikováno"
    r"|vydáno|zveřejněno|publikované|megjelent|publicat(?:\s+(?:la|pe))?|yayın(?:lanma)?(?:\s+tarihi)?|giriş(?:\s+tarihi)?"
    r"|diterbitkan|dipublikasikan|δημοσιεύθηκε|δημοσίευση|نشر(?:\s+في)?|تاريخ\s+النشر|发布时间|发表时间|公開日|掲載日|입력"
)

# What stands before the day of a change.
UPDATES = (
    r"(?:and\s+)?(?:(?:this|the)\s+(?:article|story|post|page|piece)\s+(?:was|is)\s+)?(?:last\s+|most\s+recently\s+)?"
    r"(?:updated?|modified|edited|revised|reviewed|amended|changed|modification|revision|change)(?:\s+(?:on|at|date|time))?"
    r"|date\s+(?:of\s+)?(?:last\s+)?(?:modified|updated?|modification|revision|revised|changed?)"
    r"|(?:et\s+|dernière\s+)?(?:mise?s?\s+à\s+jour|modifi(?:ée?|cation)|actualis(?:ée?|ation))(?:\s+le)?"
    r"|(?:zuletzt\s+|letzte\s+)?(?:aktualisier(?:t|ung)|geändert|änderung)(?:\s+am)?"
    r"|(?:última\s+)?actualiza(?:do|da|ción)(?:\s+(?:el|a))?|(?:última\s+)?atualiza(?:do|da|ção)(?:\s+em)?"
    r"|(?:ultimo\s+)?aggiorna(?:to|ta|mento)(?:\s+il)?|(?:laatst\s+)?bijgewerkt(?:\s+op)?"
    r"|laatste\s+update|(?:(?:sist|senast|senest|sidst)\s+)?(?:uppdaterad|oppdatert|opdateret)|(?:viimeksi\s+)?päivitetty"
    r"|(?:последнее\s+)?обновлен[ои]е?|оновлено|(?:ostatnia\s+)?(?:zaktualizowano|aktualizacja)"
    r"|aktualizováno|aktualizované|frissítve|actualizat(?:\s+la)?|güncelle(?:me|nme)(?:\s+tarihi)?|diperbarui|ενημερώθηκε|تحديث|更新时间|更新日|수정"
)

# What a line is about that gives another day than one of publication: "Hearing: 3 May 2024, 10:00".
OTHERS = (
    r"(?:(?:date|day|time)\s+of\s+)?(?:the\s+)?(?:deadline|hearing|trial|event|meeting|session|webinar|conference|vote"
    r"|decision|judgment|judgement|incident|birth|death|closing|expiry|effective|start|end|due|arrest|sentencing)"
    r"(?:\s+(?:date|day|time))?|closes|expires|starts|begins|ends|opens|when|where|born|died|next"
    r"|(?:accessed|retrieved|downloaded|printed|visited|archived|captured|saved)(?:\s+(?:on|at))?"
)

# What stands between a day and a time, and around both: none of it says anything else.
TIMES = (
    r"at|on|um|à|a\s+las|alle(?:\s+ore)?|ore|às|om|kl\.?|klo|o|godz\.?|в|о|saat|pukul"
    r"|the|le|am|el|il|den|op|em|del?|from|г|р|года|року"
)

# The end of a time: zones, and words for the hour.
LAST = (
    r"uhr|hrs?|hours?|h|o['’]clock|local\s+time|(?:eastern|central|mountain|pacific|beijing|moscow|london|india[n]?"
    r"|tokyo|greenwich|british)(?:\s+(?:mean|standard|summer|daylight))?(?:\s+time)?|wib|wita|мск"
    r"|(?:utc|gmt)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|(?:[ecmp][sd]?|ak[sd]|[ahbijkg]s|[ah]d|ces?|ees?|wes?|sg|hk|pk|ae[sd]|ac[sd]|aws|nz[sd]|wa|ea|sas|np)t|msk|[+-]\d{2}:?\d{2}|z"
)

# What such a line says besides: how long the reading takes, how long ago, how many looked at it.
ABOUT = (
    r"\d+\s*[-–]?\s*min(?:ute)?s?\.?(?:\s+(?:read|de\s+lecture|lesezeit|lettura))?|(?:reading|read)\s+time:?\s*\d+\s*\w*"
    r"|\d+\s+(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)\s+ago|\d[\d,.]*k?\s+(?:views?|comments?|shares?)"
    r"|vol(?:ume|\.)?\s*[\dIVXLC]+|(?:no|nr|issue|number|edition|ausgabe)\b\.?\s*\d+"
    r"|comments?|share|print|e-?mail|save|listen|breaking|live|exclusive|news"
)

# Who a line may name before the day without a sign between them.
SOURCES: frozenset[str] = frozenset(
    "AFP ANI ANSA AP APA BBC Bloomberg CBS CGTN CNA CNBC CNN dpa EFE IANS ITAR Kyodo Lusa NPR NTB PA PTI Reuters RIA "
    "SDA STT TASS TT UPI VOA Xinhua Yonhap".split()
)
