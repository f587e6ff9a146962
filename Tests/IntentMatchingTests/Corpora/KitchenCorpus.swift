/// A made-up helper for a coffee machine: written before the classifier was tuned.
let kitchenCorpus = """
  intent descale
  how do i descale the machine
  the descale light is on
  when should i remove limescale
  it says descaling needed
  what do i use against lime
  can i descale with vinegar
  start the descaling programme
  how often must it be descaled
  scale is building up inside
  i have hard water, how often do i clean the lime out
  descaling stopped half way
  which descaler do you recommend
  intent clean_brew_unit
  how do i clean the brewing unit
  take out the brew group
  rinse the inside of the machine
  there is mould in the brew unit
  the brewing unit is stuck
  how often should the brew group be washed
  can it go under running water
  how do i put the brew unit back
  grease the brewing group
  coffee grounds everywhere inside
  cleaning tablets for the brew unit
  does the brew group go in the dishwasher
  intent milk_system
  the milk does not froth
  how do i clean the milk hose
  no foam comes out
  my cappuccino has no foam
  milk nozzle is blocked
  which milk froths best
  the frother makes big bubbles
  cleaning the milk container
  can i use oat milk
  the steam wand drips
  froth is too cold
  how do i get more milk foam
  intent grinder
  the beans are not ground
  the grinder makes a loud noise
  how do i set the grind finer
  change the grinding degree
  it grinds but nothing comes out
  grinder blocked
  coarser grind please
  a stone got into the grinder
  the mill is empty although there are beans
  beans do not slide down
  how do i clean the grinder
  can i grind other things with it
  intent coffee_strength
  the coffee is too weak
  make it stronger
  my espresso is watery
  how do i change the strength
  it tastes bitter
  coffee too strong
  more aroma please
  set the amount of coffee powder
  the taste is too mild
  how can i get a better crema
  my coffee tastes sour
  use less coffee per cup
  intent temperature
  the coffee is not hot
  make my coffee hotter
  how do i change the brewing temperature
  it comes out lukewarm
  the drink is too hot
  preheat the cups
  cold coffee from the machine
  set a higher temperature
  what temperature does it brew at
  first cup is always cool
  can i lower the heat
  hot water is not boiling
  intent cup_volume
  how do i get a bigger cup
  the cup overflows
  program the amount of water
  too little coffee in the cup
  set the volume of the espresso
  i want a large mug
  it stops too early
  the cup is only half full
  change the fill quantity
  double espresso size
  reduce the amount in the cup
  how many millilitres is a lungo
  intent water_tank
  it says fill the tank but the tank is full
  how big is the water tank
  the tank leaks
  water tank not recognised
  how do i put the tank in
  water runs out underneath
  there is a puddle under the machine
  can i fill in tap water
  should i empty the water every day
  tank smells
  the float in the tank is stuck
  add water
  intent water_filter
  which filter cartridge fits
  how often do i change the filter
  install the water filter
  is a filter necessary
  filter light stays on
  how do i activate the cartridge
  reset the filter indicator
  can i use it without a filter
  filter costs
  the cartridge is loose
  does the filter replace descaling
  where do i buy new cartridges
  intent drip_tray
  the drip tray is full
  empty the grounds container
  it keeps asking me to empty the tray
  where does the waste water go
  tray not inserted message
  how do i take out the grounds drawer
  the drawer is jammed
  the tray is mouldy
  is the drip tray dishwasher safe
  why is there so much water in the tray
  container full although i just emptied it
  the red float in the tray came up
  intent switch_on
  it does not turn on
  the machine is dead
  how do i switch it on
  no power
  the display stays black
  it switches itself off
  change the auto off time
  how long until it turns off by itself
  nothing happens when i press the button
  standby settings
  it goes off in the middle of brewing
  does it use power in standby
  intent language_setting
  the menu is in german
  change the display language
  how do i set english
  wrong language on the screen
  i pressed something and now it is all french
  switch the menu to spanish
  set the language
  where is the language option
  display text is in italian
  can it show dutch
  menu language after reset
  put it back in english
  intent warranty
  how long is the warranty
  is this covered by the guarantee
  i bought it a year ago and it broke
  where do i send it for repair
  who pays for the repair
  do i need the receipt
  warranty claim
  can i get a replacement machine
  is there a service centre near me
  guarantee when used in an office
  how do i register for the extended warranty
  send a technician
  intent spare_part
  where can i order a new brew unit
  i need a replacement carafe
  buy a seal ring
  the lid broke, can i get a new one
  order spare parts
  price of a new milk container
  part number of the drip grid
  do you ship accessories
  i lost the measuring spoon
  replacement power cord
  are parts for the old model still sold
  a new knob for the steam tap
  intent recipe
  how do i make a latte macchiato
  recipe for iced coffee
  what is a flat white
  can it make hot chocolate
  show me how to make an americano
  which beans for espresso
  make two cups at once
  can i use ground coffee
  how do i make decaf with powder
  cold brew instructions
  what is the difference between ristretto and lungo
  coffee drink ideas
  test
  descale | the machine wants descaling
  descale | how do i get rid of limescale
  descale | vinegar for descaling ok?
  clean_brew_unit | how can i wash the brew group
  clean_brew_unit | brewing unit won't come out
  clean_brew_unit | there's mould inside on the brewing unit
  milk_system | no froth on my cappuccino
  milk_system | the milk hose is clogged
  milk_system | can the frother handle soy milk
  grinder | grinding is very loud
  grinder | i want a finer grind
  grinder | the grinder does not grind any beans
  coffee_strength | my coffee tastes watery
  coffee_strength | how do i get it stronger
  coffee_strength | espresso is far too bitter
  temperature | coffee only lukewarm
  temperature | how can i raise the temperature
  temperature | my drinks come out cold
  cup_volume | there is too little in my cup
  cup_volume | program a larger amount
  cup_volume | the mug overflows every time
  water_tank | tank is full but it asks for water
  water_tank | water leaks from under the machine
  water_filter | when do i have to replace the filter
  water_filter | which cartridge do i need
  water_filter | how to turn off the filter light
  drip_tray | why must i empty the tray so often
  drip_tray | grounds container won't come out
  switch_on | the machine won't turn on anymore
  switch_on | it turns off after a few minutes
  switch_on | screen is black
  language_setting | everything is in french now
  language_setting | how do i change the menu to english
  warranty | is a broken pump covered by warranty
  warranty | where should i send my machine to be repaired
  warranty | do you have a repair service
  spare_part | i'd like to order a new lid
  spare_part | where do i get a replacement seal
  recipe | how do you make iced latte
  recipe | what's the difference between a flat white and a cappuccino
  - | who invented the telephone
  - | book a table for two tonight
  - | is my train on time
  - | how do i tie a tie
  - | what's the score of the match
  - | find me a hotel in lisbon
  - | my knee hurts when i run
  - | read me the news
  - | how much does a tesla cost
  - | what's your favourite colour
  - | i want to learn guitar
  - | text my brother that i am late
  - | is it going to snow
  - | where can i get my passport renewed
  - | tell me about black holes
  - | my password does not work
  - | good dog names
  - | how do i remove a stain from a shirt
  - | when is the next full moon
  - | divide ninety by six
  """
