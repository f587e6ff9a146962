/// A made-up city transport helper: written before the classifier was tuned.
let transitCorpus = """
  intent next_departure
  when does the next bus leave
  next tram to the station
  when is the 14 coming
  what time is the next train to the airport
  how long until the next bus
  departures from market square
  is there a tram soon
  next connection to the harbour
  when does line 3 go
  minutes till the tram comes
  show me the next departures
  at what time does the ferry leave
  intent last_departure
  when is the last train tonight
  how late do the buses run
  last tram home
  is there a bus after midnight
  when does service end on saturday
  until what time does the metro run
  final departure to the suburbs
  do trains go all night
  is the last ferry gone already
  night bus times
  latest possible bus back to town
  when do you stop running
  intent first_departure
  when is the first bus in the morning
  how early do trams start
  first train on sunday
  is there a metro before five
  earliest connection to the airport
  when does service begin
  can i get a train at four am
  what is the first departure tomorrow
  how soon in the morning do you run
  the earliest bus to work
  at what time does the first ferry go
  start of service on holidays
  intent ticket_price
  how much is a single ticket
  what does a day pass cost
  price of a return to the airport
  is it cheaper with a card
  fare for two zones
  how much for a child
  what do students pay
  ticket prices please
  cost of the monthly pass
  are there group rates
  what is the fare to the beach
  senior discount
  intent buy_ticket
  where can i buy a ticket
  i want a day ticket
  can i pay the driver
  is there a ticket machine at the stop
  sell me a ticket
  can i get tickets in the app
  buy a weekly pass
  do i buy it on board
  how do i purchase a fare online
  two singles to the centre please
  can i pay contactless on the bus
  which machine takes cash
  intent delay
  is the 14 late
  why is my bus not here
  are there delays on the red line
  my train is twenty minutes late
  the tram never came
  is there a problem on line 5
  how long is the delay
  are trains running on time
  what is holding up the metro
  disruption on the blue line
  the bus was cancelled
  is there a strike today
  intent route
  how do i get to the museum
  which bus goes to the hospital
  best way from here to the stadium
  what line do i take for the zoo
  do i have to change for the university
  directions to the old town
  plan a trip to the lake
  which tram stops near the theatre
  how can i reach the fairground by metro
  can i go direct to the port
  route from the hotel to the opera
  where do i change trains
  intent find_stop
  where is the nearest stop
  which platform does it leave from
  where does the night bus stop
  is there a metro station near me
  where exactly is the tram stop
  how far is the next station
  from which side does the 14 go
  what is the closest bus stop to the park
  entrance to the underground station
  has the stop been moved
  which track is the airport train on
  find a station nearby
  intent lost_property
  i left my bag on the bus
  lost my umbrella on the tram
  did anyone find a phone
  where is the lost property office
  i forgot my coat on the train
  my wallet is still on line 14
  how do i get back what i lost
  report a lost item
  someone handed in a red backpack
  i dropped my keys on the platform
  left luggage on the ferry by accident
  have you found a pair of glasses
  intent bicycle
  can i take my bike on the train
  are bicycles allowed
  do i need a ticket for my bike
  is there bike parking at the station
  when may i not bring a bicycle
  folding bikes on the bus
  can i take an e-bike on the metro
  where do i put my cycle on the tram
  bike racks on the ferry
  how many bikes fit in a carriage
  cycling and rush hour rules
  does the bus carry bikes
  intent wheelchair
  is the station accessible
  can i get on with a wheelchair
  are there lifts at the central station
  is there a ramp on the bus
  the elevator is broken
  step free access
  do low floor trams run on line 3
  help for blind passengers
  can i board with a pram
  is there space for a walking frame
  i can't climb stairs, how do i reach the platform
  assistance for disabled travellers
  intent pets
  may my dog ride along
  are pets allowed on the metro
  does a dog need a ticket
  can i bring a cat in a box
  must dogs wear a muzzle
  travelling with animals
  is my puppy free
  can i take two dogs on the bus
  rules for pets
  dog fare
  guide dogs on the tram
  is a hamster ok on the train
  intent refund
  i want my money back
  can i return an unused ticket
  compensation for a late train
  the machine swallowed my coins
  refund for my monthly pass
  i was charged twice
  give me back the fare
  how do i claim a refund
  my ticket did not print but i paid
  cancel my pass and get the rest back
  do i get something for the delay
  wrong amount was taken from my account
  intent penalty
  i got a fine without reason
  how do i appeal against a penalty fare
  inspector wrote me up
  i forgot my pass and was fined
  what does it cost to ride without a ticket
  where do i pay the penalty
  the controller gave me a ticket of sixty euros
  contest a fine
  i was caught without a ticket
  can the fine be reduced
  show my pass later and cancel the penalty
  deadline for paying the fine
  intent complaint
  the driver was rude
  i want to complain
  the bus was filthy
  your driver drove past me
  who do i write to about bad service
  the tram is always overcrowded
  air conditioning does not work on the 14
  a complaint about a conductor
  the driver braked so hard i fell
  this is terrible service
  nobody cleans these stations
  feedback about a member of your staff
  test
  next_departure | how many minutes until line 14
  next_departure | when's the next tram to market square
  next_departure | next train please
  last_departure | what time does the last bus go home
  last_departure | do you still run after midnight
  last_departure | is there a night tram
  first_departure | earliest train on monday morning
  first_departure | when do buses start running
  ticket_price | what would a weekly pass cost me
  ticket_price | how expensive is a return ticket
  ticket_price | is there a reduced fare for pensioners
  buy_ticket | can i buy my ticket on the tram
  buy_ticket | i need a ticket, where do i get one
  buy_ticket | does the machine accept coins
  delay | my bus still hasn't come
  delay | is line 5 running on time
  delay | why is the red line delayed
  route | how do i get from the station to the zoo
  route | which metro goes to the stadium
  route | do i need to change to reach the lake
  find_stop | where's the closest tram stop
  find_stop | what platform is the train on
  find_stop | is there a bus stop near the hotel
  lost_property | i think i left my phone on the train
  lost_property | has somebody found my blue jacket
  bicycle | may i bring my bicycle on the tram
  bicycle | bikes on the ferry allowed?
  wheelchair | does this station have an elevator
  wheelchair | is the bus suitable for wheelchairs
  wheelchair | getting on with a pushchair
  pets | do i have to pay for my dog
  pets | are cats allowed on the bus
  refund | i'd like a refund for a ticket i did not use
  refund | i paid twice, money back please
  refund | compensation because the train was late
  penalty | i want to appeal a fine
  penalty | fined although i had a pass
  complaint | the bus driver shouted at me
  complaint | i'd like to file a complaint
  complaint | dirty seats on the tram again
  - | what's the weather like in spain
  - | recommend a good film
  - | how do i cook rice
  - | my computer is frozen
  - | sing me a song
  - | who is the president of france
  - | add milk to the shopping list
  - | i feel sad today
  - | how old are you
  - | what does the word serendipity mean
  - | turn off the lights in the kitchen
  - | convert ten dollars to euros
  - | when is my dentist appointment
  - | is chocolate good for you
  - | remind me to call mum
  - | what is the square root of two
  - | i need a new haircut
  - | which shampoo is best
  - | open my email
  - | how do plants make oxygen
  """
