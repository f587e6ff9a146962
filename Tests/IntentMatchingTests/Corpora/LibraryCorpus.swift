/// A made-up help desk of a public library: written before the classifier was tuned.
let libraryCorpus = """
  intent renew_loan
  can i renew my books
  i want to keep this book a bit longer
  extend my loan please
  please renew everything on my card
  how do i extend the due date
  could you renew the novel i borrowed
  i need two more weeks with this one
  is it possible to renew online
  renew my items
  give me more time for my loans
  prolong my loan by a week
  i have not finished it, can i keep it longer
  intent opening_hours
  when do you open
  what are your opening hours
  are you open on sunday
  what time does the library close
  is the building open on bank holidays
  opening times for saturday please
  until when can i come in tonight
  how late are you open today
  are you closed at christmas
  when does the desk close
  do you open before nine
  hours for this weekend
  intent get_card
  how do i get a library card
  i want to sign up
  can i become a member
  what do i need to join the library
  i would like to register
  where can i apply for a card
  does membership cost anything
  sign me up as a new reader
  my daughter wants her own card
  can tourists join
  how do i register my kids
  joining requirements
  intent lost_card
  i lost my card
  my library card is gone
  somebody stole my card
  i can't find my card anywhere
  need a replacement card
  my card is broken and does not scan
  what does a new card cost if i lost the old one
  report a missing card
  please block my card, it was in my stolen wallet
  card lost what now
  left my card on the bus
  my card got damaged in the wash
  intent pay_fine
  how can i pay my fine
  how much do i owe
  i got a letter about late fees
  can i pay the overdue charge by card
  what are your late fees
  why do i have a fine
  do i have any outstanding charges
  pay my fees online
  is there a penalty for returning late
  how much per day is the late charge
  i want to settle my debt
  the fine is wrong, i returned it in time
  intent reserve_book
  can you put a book on hold for me
  i want to reserve a title
  place a hold on the new thriller
  the book is out, can i reserve it
  put me on the waiting list for it
  how do i request a book that someone else has
  reserve this for me please
  can i get in the queue for that dvd
  i would like to place a reservation
  hold the next copy for me
  is my reserved book ready to collect
  how long are holds kept on the shelf
  intent find_book
  where do i find crime novels
  do you have anything by agatha christie
  is this title in your catalogue
  i am looking for a book about gardening
  search the catalogue for me
  have you got the latest harry potter
  which shelf are the cookbooks on
  where are the comics
  do you stock books in polish
  can you check whether you own this book
  i need literature on medieval history
  looking for a travel guide to norway
  intent book_room
  can i book a study room
  is there a meeting room free tomorrow
  i need a quiet room for four people
  reserve a group room for friday
  how much is it to hire the hall
  book a room for two hours
  do you rent out rooms
  are any study rooms available right now
  room booking please
  cancel my room for tuesday
  can our club meet in one of your rooms
  is there a projector in the seminar room
  intent use_printer
  where is the printer
  how do i print from my phone
  can i make copies here
  what does a colour copy cost
  the printer is out of paper
  i need to scan a document
  print a pdf from my usb stick
  is there a photocopier
  how much per page for printing
  my print job did not come out
  can i scan to email
  where do i pick up my printouts
  intent wifi
  what is the wifi password
  how do i get online here
  i can't connect to the wireless
  is there free internet
  the wifi keeps dropping
  can i use a computer to go on the internet
  do you have public pcs
  my laptop does not find your network
  internet access for guests
  the connection is slow today
  which network is yours
  login for the wlan
  intent ebooks
  can i borrow ebooks
  how do i get a book on my kindle
  which app do i need for audiobooks
  the ebook does not open on my tablet
  do you lend digital magazines
  download an audio book
  how many e-books can i have at once
  return an ebook early
  does your app work with an e-reader
  online streaming of films with my card
  my digital loan disappeared
  help with the reading app
  intent return_book
  where do i return my books
  is there a drop box
  can i give it back at another branch
  i want to bring back a dvd
  can my friend return the books for me
  is there a night slot for returns
  how do i hand back items when you are closed
  returning a loan by mail
  do i have to queue to return
  the return machine does not take my book
  i brought it back yesterday but it still shows
  can i drop it off on sunday
  intent donate
  i have old books to give away
  do you take donations
  can i donate my comics collection
  where can i leave books i no longer want
  are you interested in used dvds
  i would like to gift some novels to the library
  do you accept second hand books
  my aunt died and left hundreds of books
  who takes donated encyclopedias
  give books to the library
  donation of children's books
  can you use my old records
  intent events
  what is on this week
  is there a reading for kids
  when is the next author evening
  do you have a book club
  are there courses for seniors
  story time for toddlers
  how do i sign up for the writing workshop
  what events do you have in may
  is the poetry night free
  who is speaking on thursday
  programme for the summer holidays
  tickets for the lecture
  intent talk_to_human
  can i speak to a librarian
  i want to talk to a real person
  is someone there to help me
  what is your phone number
  connect me with the staff
  i need a human
  how can i email you
  let me talk to the manager
  call me back please
  who can i contact with a complaint
  put me through to the desk
  give me a member of staff
  test
  renew_loan | could i hang on to these books for another week
  renew_loan | extend the loan on my dvd
  renew_loan | i'd like a renewal
  opening_hours | what time do you shut on fridays
  opening_hours | are you open this afternoon
  opening_hours | opening hours easter monday
  get_card | i'm new in town and want to become a member
  get_card | what documents are needed for registering
  lost_card | my purse was stolen with the library card in it
  lost_card | how do i replace a lost card
  lost_card | can't find my card
  pay_fine | what do i owe you
  pay_fine | can i pay an overdue fee in cash
  pay_fine | is it expensive to return a book late
  reserve_book | please hold a copy of that cookbook for me
  reserve_book | someone else has it, put me on the list
  find_book | got any books on sailing
  find_book | where are the science fiction novels
  find_book | do you have the new stephen king
  book_room | we need a room for our study group on monday
  book_room | is the meeting room free at three
  use_printer | i want to photocopy my passport
  use_printer | price of printing a page in black and white
  use_printer | how can i print something from my laptop
  wifi | internet isn't working on my phone
  wifi | wifi code please
  wifi | may i use one of the computers
  ebooks | listening to audiobooks with my phone
  ebooks | do you have e-books for kindle
  return_book | can i drop books in a box at night
  return_book | may i return this at the other branch
  return_book | my husband will bring the books back
  donate | would you like my old paperbacks
  donate | i want to donate a box of novels
  events | any events for children on saturday
  events | when does the book club meet
  events | is there a talk tonight
  talk_to_human | can i talk to somebody
  talk_to_human | what's the number of the library desk
  talk_to_human | i'd rather speak with a person
  - | what is the capital of mongolia
  - | tell me a joke
  - | will it rain tomorrow
  - | how do i bake sourdough bread
  - | my washing machine leaks
  - | who won the football last night
  - | book me a flight to rome
  - | play some music
  - | i have a headache
  - | what is seven times eight
  - | set an alarm for six
  - | do you love me
  - | how tall is mount everest
  - | translate good morning into french
  - | what is the best phone to buy
  - | order a pizza with mushrooms
  - | my car won't start
  - | how many calories are in an apple
  - | when was napoleon born
  - | fix the brakes on my bike
  """
