"""Words that names of made-up firms are made of."""

SURNAMES = """
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
Roberts Green Hall Wood Jackson Clarke Patel Khan Lewis James Phillips Mason Mitchell Rose Davis
Rodgers Hughes Edwards Harris Martin Clark Moore Hill Cooper Ward Turner Morris King Baker Allen
Morgan Lee Scott Watson Parker Bennett Price Shaw Cook Richardson Young Carter Bailey Collins Bell
Hussain Adams Griffiths Kelly Cox Marshall Simpson Foster Chapman Knight Ellis Richards Wilkinson
Webb Gray Mills Lloyd Palmer Rogers Hunt Stevens Holmes Fisher Barnes Murphy Ali Begum Reynolds
Powell Butler Russell Graham Jenkins Dixon Ford Pearson Matthews Fletcher Andrews Ahmed Gibson
Harrison Payne Barker Howard Dunn Hart Saunders Stone Burton Barton Hadley Hadleigh Whitfield
Okafor Ashworth Bradshaw Cartwright Dewhurst Entwistle Fairclough Greenhalgh Hargreaves Illingworth
Kershaw Lockwood Metcalfe Naylor Oldroyd Pickersgill Quarmby Ramsbottom Sutcliffe Thackray Uttley
Varley Wigglesworth Yeadon Appleyard Birtwistle Clegg Dyson Eastwood Firth Gledhill Haigh Ibbotson
""".split()
FIRST = """
John Jane Peter Mary David Susan Paul Karen Mark Lisa Andrew Helen Simon Emma Priya Aisha Tom Beth
Michael Sarah James Laura Robert Claire William Rachel Richard Anna Daniel Ruth Steven Joanne Ian
Nicola Kevin Alison Gary Tracey Neil Jo Stuart Amanda Graham Wendy Martin Diane Alan Lynn Colin Gail
""".split()
TRADES = """
Haulage Logistics Transport Engineering Care Services Solutions Plumbing Electrical Construction
Builders Foods Bakery Packaging Printing Plastics Metals Fabrications Joinery Furniture Textiles
Cleaning Security Recruitment Training Consulting Management Developments Properties Estates
Accountants Solicitors Architects Surveyors Dental Veterinary Pharmacy Nursery Schools Academy
Software Systems Technologies Digital Media Design Marketing Events Catering Hotels Leisure Travel
Motors Garage Tyres Coachworks Scaffolding Roofing Groundworks Demolition Drainage Flooring Glazing
Manufacturing Distribution Warehousing Storage Removals Freight Couriers Shipping Aviation Marine
Energy Solar Gas Heating Ventilation Refrigeration Laboratories Instruments Optics Medical Homecare
Farms Nurseries Landscapes Timber Quarries Aggregates Concrete Asphalt Recycling Waste Skips Water
""".split()
TOWNS = """
London Leeds York Bradford Sheffield Manchester Liverpool Birmingham Bristol Cardiff Glasgow
Edinburgh Newcastle Sunderland Durham Hull Doncaster Wakefield Huddersfield Halifax Bolton Bury
Oldham Rochdale Preston Blackburn Burnley Lancaster Carlisle Chester Crewe Stoke Stafford Derby
Nottingham Leicester Lincoln Peterborough Cambridge Norwich Ipswich Colchester Chelmsford Luton
Watford Oxford Reading Swindon Bath Gloucester Worcester Hereford Coventry Northampton Bedford
Guildford Brighton Portsmouth Southampton Bournemouth Exeter Plymouth Truro Swansea Newport Wrexham
""".split()
FORMS = ["Ltd", "Limited", "Ltd.", "PLC", "LLP", "", "", ""]
ADJECTIVES = """
Blue Red Silver Golden Bright Swift Solid True Clear Iron Amber Stone Quiet Royal Ever Prime Atlas
Apex Summit Phoenix Falcon Kestrel Merlin Delta Omega Vertex Zenith Pioneer Heritage Crown Castle
""".split()
NOUNS = """
River Bridge Oak Elm Hill Field Gate Wave Peak Harbour Lantern Anchor Compass Beacon Orchard Meadow
Forge Mill Anvil Arrow Shield Key Path Link Point Works Yard House Tree Star Sky Rock Lane Spring
""".split()
STARTS = """
nor ash bro cal dar el fen gar har in ken lan mor nex or pen quin ros sel tor ul ver wes yar zel al
bri cor dun esk fal glen hal ister kel lin mar nov oak pel rav stan tel ux vil win
""".split()
MIDDLES = "th mo le ri va sto den ker wi za be lo ga ne ti ra do mi su fa".split()
ENDS = "moor ton ex ora field ley by gate ford wick um is on en dale co tec via sys don ham".split()
