"""Places that are named often and act rarely: never taken for people or organisations. No logic."""

# Cities, regions and waters that are named often and act rarely: never taken for people or organisations.
PLACES = frozenset(
    """
    Shanghai Shenzhen Guangzhou Wuhan Chongqing Tianjin Hangzhou Nanjing Chengdu Xi'an Xinjiang Tibet Sichuan Guangdong
    Fujian Hainan Yunnan Lhasa Urumqi Kashgar Osaka Kyoto Hiroshima Nagasaki Fukushima Okinawa Yokohama Sapporo Nagoya
    Mumbai Bombay Kolkata Calcutta Chennai Bangalore Bengaluru Hyderabad Ahmedabad Pune Kashmir Punjab Gujarat Kerala
    Assam Bihar Goa Karachi Lahore Peshawar Quetta Rawalpindi Sindh Balochistan Waziristan Swat Kandahar Helmand Herat
    Jalalabad Kunduz Mosul Basra Fallujah Kirkuk Najaf Karbala Tikrit Aleppo Homs Idlib Raqqa Latakia Gaza Rafah Hebron
    Nablus Jenin Haifa Golan Sinai Alexandria Suez Benghazi Misrata Sirte Marrakesh Casablanca Timbuktu Darfur Lagos
    Kano Mombasa Johannesburg Durban Soweto Cape-Town Zanzibar Istanbul Izmir Antalya Izmit Donetsk Luhansk Donbas
    Donbass Crimea Sevastopol Mariupol Kharkiv Kherson Odesa Odessa Lviv Zaporizhzhia Bakhmut Avdiivka Dnipro Chernobyl
    Kursk Belgorod Leningrad Stalingrad Volgograd Petersburg Vladivostok Siberia Chechnya Grozny Dagestan Beslan Sochi
    Kaliningrad Novosibirsk Abkhazia Ossetia Nagorno-Karabakh Transnistria Munich Hamburg Frankfurt Cologne Dresden
    Leipzig Stuttgart Düsseldorf Nuremberg Bremen Hanover Bonn Marseille Lyon Nice Toulouse Bordeaux Strasbourg Normandy
    Brittany Corsica Calais Dunkirk Milan Naples Turin Venice Florence Genoa Bologna Palermo Sicily Sardinia Tuscany
    Barcelona Valencia Seville Bilbao Zaragoza Andalusia Basque Galicia Porto Geneva Zurich Zürich Basel Lausanne Davos
    Antwerp Bruges Ghent Rotterdam Utrecht Eindhoven Salzburg Graz Krakow Gdansk Warsaw Brno Odense Gothenburg Malmö
    Bergen Tampere Edinburgh Glasgow Aberdeen Dundee Cardiff Swansea Belfast Derry Liverpool Manchester Birmingham Leeds
    Sheffield Bristol Newcastle Nottingham Leicester Southampton Portsmouth Plymouth Brighton Oxford Cambridge York
    Yorkshire Lancashire Kent Sussex Essex Surrey Devon Cornwall Norfolk Suffolk Wolverhampton Coventry Toronto Montreal
    Vancouver Calgary Edmonton Winnipeg Halifax Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin Auckland
    Christchurch Guadalajara Tijuana Cancun Monterrey Chiapas Oaxaca Acapulco Medellín Medellin Cali Cartagena Guayaquil
    Cusco Rio São-Paulo Salvador Recife Amazonia Patagonia Rosario Cordoba Valparaíso Maracaibo Chicago Boston
    Philadelphia Houston Dallas Austin Seattle Detroit Denver Atlanta Miami Orlando Tampa Phoenix Tucson Minneapolis
    Milwaukee Cleveland Cincinnati Columbus Pittsburgh Baltimore Sacramento Oakland Portland Nashville Memphis Charlotte
    Raleigh Richmond Louisville Indianapolis Albuquerque Honolulu Anchorage Brooklyn Manhattan Queens Bronx Harlem
    Hollywood Broadway Silicon Alaska Hawaii Alabama Arkansas Connecticut Delaware Idaho Indiana Iowa Kansas Kentucky
    Louisiana Maine Mississippi Missouri Montana Nebraska Nevada Oklahoma Tennessee Utah Vermont Wyoming Manitoba
    Saskatchewan Newfoundland Labrador Yukon Nunavut Tasmania Victoria Bali Java Sumatra Aceh Borneo Papua Mindanao
    Luzon Cebu Davao Phuket Sarawak Sabah Penang Taiwan's Kaohsiung Busan Incheon Saigon Hue Danang Mekong Rangoon
    Mandalay Rakhine Everest Himalayas Alps Andes Danube Rhine Nile Amazon-River Euphrates Tigris Thames Potomac Ganges
    Indus Volga Dnieper Jeddah Mecca Medina Sharjah Dubai Hodeidah Taiz Fukuoka Gibraltar Guantanamo Guantánamo Bermuda
    Guam Jersey Guernsey Lampedusa Crete Rhodes Thessaloniki Staffordshire Shropshire Bavaria Saxony Silesia
    Transylvania Wallonia Flanders Lombardy Catalonia Ulster Mogadishu Kismayo Goma Katanga Kivu Ituri Tigray Oromia
    Amhara Ogaden Puntland Somaliland Biafra Transvaal Natal Bougainville Chernihiv Sumy Bucha Irpin
    """.split(),
)
MULTIWORD_PLACES = (
    "New York City",
    "New York",
    "Los Angeles",
    "San Francisco",
    "San Diego",
    "San Jose",
    "San Antonio",
    "Las Vegas",
    "Salt Lake City",
    "New Orleans",
    "New Jersey",
    "New Mexico",
    "New Hampshire",
    "New England",
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "South Dakota",
    "West Virginia",
    "Rhode Island",
    "Silicon Valley",
    "Wall Street",
    "Fleet Street",
    "Long Island",
    "St. Louis",
    "St. Petersburg",
    "Saint Petersburg",
    "Cape Town",
    "Tel Aviv",
    "Gaza Strip",
    "Gaza City",
    "West Bank",
    "East Jerusalem",
    "Middle East",
    "Far East",
    "Near East",
    "South East Asia",
    "Southeast Asia",
    "Central Asia",
    "South Asia",
    "East Asia",
    "Latin America",
    "Central America",
    "South America",
    "North America",
    "North Africa",
    "West Africa",
    "East Africa",
    "Eastern Europe",
    "Western Europe",
    "Central Europe",
    "Southern Europe",
    "Northern Europe",
    "South China Sea",
    "East China Sea",
    "Black Sea",
    "Red Sea",
    "North Sea",
    "Persian Gulf",
    "Gulf of Mexico",
    "Indian Ocean",
    "Atlantic Ocean",
    "Pacific Ocean",
    "Rio de Janeiro",
    "São Paulo",
    "Sao Paulo",
    "Ho Chi Minh City",
    "West Midlands",
    "East Midlands",
    "Ground Zero",
    "Capitol Hill",
    "Tiananmen Square",
    "Inner Mongolia",
    "Hubei",
    "Nova Scotia",
    "New South Wales",
    "Western Australia",
    "South Australia",
    "British Columbia",
    "Northern Ireland",
    "North Rhine-Westphalia",
    "Lower Saxony",
    "Uttar Pradesh",
    "Madhya Pradesh",
    "Andhra Pradesh",
    "Himachal Pradesh",
    "Tamil Nadu",
    "West Bengal",
    "Prince Edward Island",
    "Isle of Wight",
    "County Durham",
    "West Yorkshire",
    "South Yorkshire",
    "North Yorkshire",
    "Greater Manchester",
    "County Cork",
    "New Brunswick",
    "Baja California",
    "Buckingham Palace",
    "South Ossetia",
    "Sri Jayawardenepura Kotte",
)

# States as American papers shorten them: "Wasilla, Alaska", but "Kent, Wash."
STATES_SHORTENED = frozenset(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
    Tex Va Vt Wash Wis Wyo Ont Que Man Sask Alta
    """.split(),
)
STATES_IN_LETTERS = frozenset("N.H. N.J. N.M. N.Y. N.C. N.D. R.I. S.C. S.D. W.Va. D.C. B.C. N.S.W.".split())
