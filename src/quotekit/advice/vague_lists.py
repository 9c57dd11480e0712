"""The vague words of each language, as those who quote in it write them.

`~` at the end of a word stands for the endings of its language. A phrase that holds a vague word
and yet says just what is meant stands in `PRECISE`.
"""

VAGUE: dict[str, tuple[str, ...]] = {
    "en": (
        "modern", "etc.", "etc", "and so on", "and so forth", "and the like", "and more",
        "as needed", "as required", "as necessary", "if necessary", "if needed", "if required",
        "where appropriate", "as appropriate", "as discussed", "appealing", "attractive",
        "user-friendly", "state of the art", "state-of-the-art", "cutting-edge", "high quality",
        "high-quality", "various", "several", "some", "a few", "a couple of", "a number of",
        "soon", "asap", "as soon as possible", "timely", "promptly", "unlimited", "flexible",
        "optimal", "optimised", "optimized", "nice", "appropriate", "reasonable", "simple",
        "intuitive", "fast", "approximately", "roughly", "regularly", "up to date", "up-to-date",
        "minor", "to your satisfaction", "until you are satisfied",
    ),
    "de": (
        "modern~", "etc.", "usw.", "u. a.", "u.a.", "u. v. m.", "u.v.m.", "u. Ä.", "o. Ä.",
        "und so weiter", "und vieles mehr", "und Ähnliches", "oder Ähnliches", "nach Bedarf",
        "bei Bedarf", "nach Absprache", "wie besprochen", "ansprechend~", "attraktiv~",
        "benutzerfreundlich~", "nutzerfreundlich~", "hochwertig~", "diverse", "diversen",
        "diverser", "verschiedene", "verschiedenen", "verschiedener", "einige", "einigen",
        "einiger", "mehrere", "mehreren", "mehrerer", "kleinere", "kleineren", "zeitnah~",
        "baldmöglichst", "möglichst bald", "möglichst schnell", "so bald wie möglich",
        "so schnell wie möglich", "schnellstmöglich", "unbegrenzt~", "flexibel", "flexibl~",
        "optimal~", "angemessen~", "sinnvoll~", "intuitiv~", "ggf.", "gegebenenfalls", "evtl.",
        "eventuell~", "regelmäßig~", "ca.", "zeitgemäß~", "bis Sie zufrieden sind",
        "zu Ihrer Zufriedenheit",
    ),
    "fr": (
        "moderne~", "etc.", "etc", "et ainsi de suite", "et plus encore", "selon les besoins",
        "selon vos besoins", "au besoin", "si besoin", "si nécessaire", "le cas échéant",
        "comme convenu", "attrayant~", "convivial~", "conviviaux", "de qualité",
        "de haute qualité", "haut de gamme", "divers", "diverses", "différents", "différentes",
        "plusieurs", "quelques", "certains", "certaines", "rapidement", "dès que possible",
        "au plus vite", "au plus tôt", "dans les meilleurs délais", "prochainement", "bientôt",
        "illimité~", "flexible~", "optimal~", "optimaux", "approprié~", "raisonnable~",
        "intuitif~", "intuitive~", "régulièrement", "environ", "éventuellement", "éventuel~",
        "éventuelle~", "jusqu'à satisfaction", "jusqu'à votre satisfaction",
    ),
    "es": (
        "moderno~", "moderna~", "etc.", "etc", "y así sucesivamente", "entre otros",
        "entre otras", "según necesidad", "según las necesidades", "si es necesario",
        "si fuera necesario", "en caso necesario", "según sea necesario", "cuando sea necesario",
        "según lo hablado", "atractivo~", "atractiva~", "fácil de usar", "fáciles de usar",
        "de calidad", "de alta calidad", "diversos", "diversas", "varios", "varias", "algunos",
        "algunas", "unos cuantos", "unas cuantas", "pronto", "lo antes posible",
        "tan pronto como sea posible", "cuanto antes", "a la mayor brevedad", "ilimitado~",
        "ilimitada~", "flexible~", "óptimo~", "óptima~", "adecuado~", "adecuada~", "razonable~",
        "intuitivo~", "intuitiva~", "regularmente", "periódicamente", "aproximadamente",
        "eventualmente", "hasta su satisfacción", "hasta su entera satisfacción",
    ),
    "it": (
        "moderno", "moderna", "moderni", "moderne", "ecc.", "eccetera", "etc.", "e così via",
        "e altro ancora", "secondo necessità", "se necessario", "ove necessario",
        "all'occorrenza", "al bisogno", "come concordato a voce", "accattivante", "accattivanti",
        "facile da usare", "facili da usare", "di qualità", "di alta qualità", "diversi",
        "diverse", "vari", "varie", "alcuni", "alcune", "qualche", "presto",
        "il prima possibile", "quanto prima", "al più presto", "illimitato", "illimitata",
        "illimitati", "illimitate", "flessibile", "flessibili", "ottimale", "ottimali",
        "adeguato", "adeguata", "adeguati", "adeguate", "ragionevole", "ragionevoli",
        "intuitivo", "intuitiva", "intuitivi", "intuitive", "regolarmente", "periodicamente",
        "circa", "eventualmente", "eventuale", "eventuali", "fino alla piena soddisfazione",
    ),
    "pt": (
        "moderno~", "moderna~", "etc.", "etc", "e assim por diante", "entre outros",
        "entre outras", "conforme necessário", "conforme a necessidade", "se necessário",
        "caso necessário", "quando necessário", "conforme conversado", "atraente~",
        "fácil de usar", "fáceis de usar", "de qualidade", "de alta qualidade", "diversos",
        "diversas", "vários", "várias", "alguns", "algumas", "em breve", "o quanto antes",
        "o mais rápido possível", "o mais breve possível", "assim que possível",
        "em tempo hábil", "ilimitado~", "ilimitada~", "flexível", "flexíveis", "ideal", "ideais",
        "adequado~", "adequada~", "razoável", "razoáveis", "intuitivo~", "intuitiva~",
        "regularmente", "periodicamente", "aproximadamente", "eventualmente", "eventuais",
        "até a sua satisfação", "até a satisfação do cliente",
    ),
    "nl": (
        "modern~", "enz.", "enzovoort", "etc.", "e.d.", "en dergelijke", "en meer",
        "naar behoefte", "indien nodig", "waar nodig", "zo nodig", "indien gewenst",
        "in overleg", "zoals besproken", "aantrekkelijk~", "gebruiksvriendelijk~",
        "hoogwaardig~", "diverse", "verschillende", "enkele", "meerdere", "sommige",
        "een paar", "een aantal", "binnenkort", "spoedig", "zo snel mogelijk",
        "zo spoedig mogelijk", "z.s.m.", "zsm", "tijdig~", "onbeperkt~", "flexibel", "flexibele",
        "optimaal", "optimale", "passend~", "redelijk~", "intuïtief", "intuïtieve",
        "regelmatig~", "ongeveer", "eventueel", "eventuele", "tot u tevreden bent",
        "naar tevredenheid",
    ),
    "pl": (
        "nowoczesn~", "itd.", "itp.", "i tak dalej", "i tym podobne", "m.in.", "między innymi",
        "w razie potrzeby", "w razie konieczności", "według potrzeb", "w miarę potrzeb",
        "w miarę możliwości", "jeśli będzie to konieczne", "atrakcyjn~", "przyjazn~",
        "wysokiej jakości", "różne", "różnych", "różnymi", "kilka", "kilku", "kilkoma",
        "niektóre", "niektórych", "wkrótce", "jak najszybciej", "niezwłocznie", "na bieżąco",
        "nieograniczon~", "elastyczn~", "elastycznie", "optymaln~", "odpowiedni", "odpowiednia",
        "odpowiednie", "odpowiedniego", "odpowiedniej", "odpowiednich", "odpowiednimi",
        "rozsądn~", "intuicyjn~", "regularnie", "około", "ewentualnie", "ewentualn~",
        "do pełnej satysfakcji",
    ),
    "ja": (
        "など", "等々", "その他の", "適宜", "随時", "必要に応じて", "状況に応じて", "臨機応変",
        "モダンな", "おしゃれな", "魅力的な", "使いやすい", "わかりやすい", "シンプルな",
        "高品質", "いくつか", "若干", "多少", "ある程度", "各種", "様々な", "さまざまな",
        "いろいろな", "早急に", "至急", "なるべく", "できるだけ", "できる限り", "可能な限り",
        "無制限", "柔軟に", "柔軟な", "最適な", "適切な", "適切に", "定期的に", "おおよそ",
        "ご満足いただけるまで",
    ),
    "zh": (
        "等等", "之类", "视情况", "根据需要", "按需", "必要时", "现代感", "大气", "高端", "美观",
        "精美", "时尚", "高质量", "高品质", "优质", "用户友好", "界面友好", "若干", "一些",
        "几个", "各种", "多种", "多个", "尽快", "尽早", "及时", "近期", "无限次", "不限次数",
        "灵活", "最佳", "适当", "合理", "定期", "大约", "大概", "满意为止",
    ),
}  # fmt: skip
"""Words that say neither what nor how much, by language."""

PRECISE: dict[str, tuple[str, ...]] = {
    "en": ("as soon as", "fast food", "minor version", "minor versions"),
    "de": ("zeitlich unbegrenzt~", "räumlich unbegrenzt~"),
    "fr": ("contrôle de qualité", "contrôles de qualité", "assurance de qualité"),
    "es": ("control de calidad", "controles de calidad", "tan pronto como"),
    "it": ("controllo di qualità", "controlli di qualità"),
    "pt": ("controle de qualidade", "controles de qualidade"),
    "zh": ("大气层", "按需付费"),
}
"""Phrases that hold a vague word and say what is meant all the same, by language."""

ENDINGS: dict[str, str] = {
    "de": "e|em|en|er|es",
    "fr": "e|s|es",
    "es": "s",
    "pt": "s",
    "nl": "e",
    "pl": "y|a|e|ego|ej|emu|ym|ych|ymi|ą|i",
}
"""The endings that `~` stands for, each of them or none."""

NUMBER_WORDS: dict[str, str] = {
    "en": "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    "de": "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
    "fr": "deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze",
    "es": "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce",
    "it": "due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici",
    "pt": "dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze",
    "nl": "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf",
    "pl": "dwa|dwie|dwóch|trzy|trzech|cztery|czterech|pięć|pięciu|sześć|siedem|osiem|dziesięć",
    "ja": "[二三四五六七八九十百]+(?:つ|点|枚|回|案|日|名|本|件|種|社|週|ページ|か月|ヶ月)",
    "zh": "[二两三四五六七八九十百]+(?:个|张|页|种|次|天|日|名|件|幅|篇|套|份|款|轮|周|月)",
}
"""Numbers that are written as words, as patterns by language."""
