"""Given names and family names that are common in news, to tell people from organisations. No logic."""

GIVEN_NAMES = frozenset(
    """
    Aaron Abby Abdel Abdul Abdullah Abe Abel Abigail Abraham Adam Adel Adrian Agnes Ahmad Ahmed Aidan Aisha Akira Alan
    Albert Alberto Alejandro Aleksandr Aleksander Alessandro Alex Alexander Alexandra Alexandre Alexei Alexis Alfred Ali
    Alice Alicia Alison Allan Allen Allison Alvaro Alyssa Amanda Amber Amina Amir Amit Amos Amy Ana Anastasia Anatoly
    Anders Andre André Andrea Andreas Andrei Andrej Andrew Andrey Andrzej Andy Angel Angela Angelina Anita Ann Anna Anne
    Annette Annie Anthony Antoine Anton Antonio António Antony Anwar April Ariel Arjun Arnold Arthur Arturo Asad Ashley
    Ashraf Astrid Audrey Austin Ayesha Aziz Barack Barbara Barry Bart Bashar Beatrice Beatriz Ben Benedict Benito
    Benjamin Bernard Bernardo Bernie Bert Beth Betty Bianca Bill Billy Björn Bob Bobby Boris Brad Bradley Brandon Brenda
    Brendan Brett Brian Bruce Bruno Bryan Caleb Cameron Camila Carl Carla Carlo Carlos Carmen Carol Caroline Catherine
    Cathy Cecilia Chad Charles Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina Christine Christoph
    Christophe Christopher Chuck Claire Clara Clarence Claude Claudia Claudio Clive Clyde Colin Connor Craig Cristina
    Curtis Cynthia Cyril Dale Damian Damien Dan Dana Daniel Daniela Danielle Danny Darren Darryl Dave David Dean Debbie
    Deborah Denis Dennis Denise Derek Desmond Diana Diane Didier Diego Dieter Dilip Dimitri Dirk Dmitri Dmitry Dominic
    Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dustin Dylan Earl Ed Eddie Edgar Edith Eduardo Edward
    Edwin Ehud Eileen Elaine Eleanor Elena Eli Elias Elijah Elisabeth Elizabeth Ella Ellen Elliot Emilia Emilio Emily
    Emma Emmanuel Enrique Eric Erica Erik Erika Ernest Ernesto Esther Ethan Eugene Eva Evan Evelyn Evgeny Fabian Farah
    Fatima Federico Felipe Felix Ferdinand Fernando Fidel Fiona Florence Florian Frances Francesca Francesco Francis
    Francisco Franck Franco François Francois Frank Franklin Franz Fred Frederick Frederic Friedrich Gabriel Gabriela
    Gareth Gary Gavin Gemma Gene Geoff Geoffrey Georg George Georges Georgia Gerald Gerard Gerhard Giacomo Gianni Gideon
    Gilbert Gina Giorgio Giovanni Giuseppe Glen Glenn Gloria Gordon Grace Graham Greg Gregory Greta Guido Guillermo
    Gustavo Hamid Hamza Hannah Hans Harold Harriet Harris Harry Hasan Hassan Heather Hector Heidi Helen Helena Helmut
    Henri Henrik Henry Herbert Herman Hillary Hiroshi Holly Howard Hubert Hugh Hugo Hussein Ian Ibrahim Igor Ilya Imran
    Ingrid Irene Iris Isaac Isabel Isabella Ismail Ivan Ivana Jack Jackie Jacob Jacqueline Jacques Jaime Jake Jakub
    Jamal James Jamie Jan Jane Janet Janice Jared Jason Javier Jean Jeff Jeffrey Jen Jenna Jennifer Jenny Jens Jeremy
    Jerome Jerry Jesse Jessica Jesus Jesús Jill Jim Jimmy Jo Joan Joanna Joanne Joaquin Joe Joel Johan Johann Johannes
    John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef Joseph Josh Joshua Joyce Juan Juana Judith Judy Julia
    Julian Juliana Julie Julien Juliet Julio Julius June Jürgen Justin Kamal Karen Karim Karin Karl Karol Kate Katherine
    Kathleen Kathryn Kathy Katie Katrina Kay Keith Kelly Ken Kenji Kenneth Kenny Kent Kerry Kevin Khaled Khalid Khalil
    Kim Kimberly Kirk Kirsten Klaus Kofi Kristen Kristin Kurt Kyle Lars Larry Laura Lauren Laurence Laurent Lawrence
    Leah Lech Lee Leila Lena Leo Leon Leonard Leonardo Leonid Leslie Lewis Liam Lillian Lily Linda Lindsay Lindsey
    Lionel Lisa Liu Liz Lloyd Logan Lorenzo Lori Louis Louise Luc Luca Lucas Lucia Lucy Luigi Luis Luiz Luke Lydia Lynn
    Madeleine Magnus Mahmoud Malcolm Manfred Manuel Marc Marcel Marcelo Marco Marcos Marcus Margaret Maria María Marie
    Marina Mario Marion Marisa Mark Markus Marta Martha Martin Martina Marvin Mary Masoud Mateusz Mathew Mathias Matt
    Matteo Matthew Matthias Maureen Maurice Mauricio Maxim Maxime Maya Megan Mehmet Melanie Melissa Michael Michaela
    Michel Michele Michelle Miguel Mikhail Mike Milan Miles Mitch Mohamed Mohammad Mohammed Moshe Muhammad Mustafa Nadia
    Naftali Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Neil Nelson Nicholas Nick Nicola Nicolas
    Nicole Nigel Nikita Nikki Nikolai Nina Noah Noel Nora Norman Nuri Oleg Olga Oliver Olivia Olivier Omar Oscar Osama
    Otto Owen Pablo Pamela Paola Paolo Pascal Pat Patricia Patrick Paul Paula Paulo Pavel Pedro Per Percy Perry Pete
    Peter Petra Phil Philip Philippe Phillip Pierre Pietro Piotr Rachel Rafael Rahul Raj Rajiv Ralph Ramón Ramon Ramzi
    Randall Randy Raphael Raúl Raul Ravi Ray Raymond Rebecca Recep Regina Reginald Renato Rene René Renee Reza Ricardo
    Richard Rick Ricky Rishi Rita Rob Robbie Robert Roberta Roberto Robin Rodney Rodrigo Roger Roland Rolf Roman Ron
    Ronald Ronnie Rosa Rose Rosemary Ross Roy Ruben Rudolf Rudy Rupert Russell Ruth Ryan Sabrina Saddam Sadiq Saeed
    Sally Salman Salvador Sam Samantha Samir Samuel Sandra Sandy Sanjay Santiago Sara Sarah Saul Scott Sean Sebastian
    Serena Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila Shinzo Shirley Sidney Sigmar Silvia Silvio
    Simon Simone Sofia Sofía Sonia Sophia Sophie Stacy Stan Stanislav Stanley Stefan Stefano Stephan Stephanie Stephen
    Steve Steven Stewart Stuart Sue Sunil Susan Susanne Suzanne Sven Sylvia Tamara Tammy Tanya Tara Ted Terence Teresa
    Terry Theo Theodore Theresa Thierry Thomas Tiffany Tim Timothy Tina Todd Tom Tomas Tommy Toni Tony Tracy Travis
    Trevor Troy Tyler Ulrich Umar Uri Ursula Valentina Valerie Valery Vanessa Vernon Veronica Vicki Vicente Victor
    Victoria Vijay Viktor Vincent Vincenzo Virginia Vitaly Vivian Vladimir Volodymyr Wade Wallace Walter Wang Warren
    Wayne Wendy Werner Wesley Wilhelm Willem William Willie Winston Wolfgang Xavier Yair Yasser Yevgeny Yitzhak Yoko
    Yoshihide Yuri Yusuf Yves Yvonne Zach Zachary Zhang Zoe
    """.split(),
)

FAMILY_NAMES = frozenset(
    """
    Abbas Abbott Abdullah Adams Ahmed Alexander Ali Allen Alvarez Anderson Andrews Armstrong Arnold Bailey Baker Barnes
    Bauer Becker Bell Bennett Bernard Berg Bianchi Black Boyd Bradley Brooks Brown Bryant Burke Burns Bush Butler
    Campbell Carson Carter Castro Chan Chang Chapman Chavez Chen Cheng Choi Chung Clark Clarke Clinton Cohen Cole
    Coleman Collins Cook Cooper Cox Crawford Cruz Cruise Cunningham Davies Davis Dean Delgado Diaz Dixon Dubois Duncan
    Dunn Edwards Elliott Ellis Evans Ferguson Fernandez Fernández Fischer Fisher Fletcher Flores Ford Foster Fox Francis
    Fraser Freeman Garcia García Gardner Gibson Gomez Gómez Gonzales Gonzalez González Gordon Graham Grant Gray Green
    Greene Griffin Gupta Gutierrez Hall Hamilton Hansen Harper Harris Harrison Hart Hassan Hayes Henderson Hernandez
    Hernández Hicks Hill Hoffman Holmes Howard Hu Huang Hughes Hunt Hunter Hussein Hussain Ibrahim Ivanov Jackson Jain
    James Jansen Jenkins Jensen Jiang Jimenez Johansson Johnson Johnston Jones Jordan Kang Kaplan Kaur Kelly Kennedy
    Khan Kim King Klein Knight Kovacs Kowalski Kumar Lam Lambert Larsen Laurent Lawrence Lawson Lee Lefebvre Leung Levy
    Lewis Li Lin Liu Lopez López Lu MacDonald Martin Martinez Martínez Mason Matthews McCarthy McDonald McKenzie Mehta
    Mendoza Meyer Miller Mills Mitchell Mohamed Mohammed Moore Morales Moreau Moreno Morgan Morris Morrison Muller
    Müller Murphy Murray Myers Nelson Newman Ng Nguyen Nielsen Novak Nowak O'Brien O'Connor O'Neill Okafor Olsen Olson
    Ortega Ortiz Osborne Owens Palmer Park Parker Patel Patterson Payne Pearson Pereira Perez Pérez Perry Peters
    Petersen Peterson Petrov Phillips Pierce Popov Porter Powell Price Qureshi Ramirez Ramos Rao Reddy Reed Reid Reyes
    Reynolds Rice Richards Richardson Rivera Roberts Robertson Robinson Rodriguez Rodríguez Rogers Romano Rose Ross
    Rossi Roy Ruiz Russell Russo Ryan Salazar Sanchez Sánchez Sanders Santos Sato Saunders Schmidt Schneider Schröder
    Schultz Schulz Scott Shah Shaw Sharma Silva Simmons Simpson Singh Smirnov Smith Snyder Soto Souza Spencer Stevens
    Stewart Stone Sullivan Suzuki Svensson Takahashi Tan Tanaka Taylor Thomas Thompson Thomson Torres Tran Tucker Turner
    Vargas Vasquez Volkov Wagner Walker Wallace Walsh Wang Ward Warren Washington Watanabe Watson Webb Weber Wells West
    Wheeler White Williams Williamson Wilson Wong Wood Woods Wright Wu Xu Yamamoto Yang Yilmaz Young Yu Zhang Zhao Zheng
    Zhou Zhu
    """.split(),
)
FEMALE_NAMES = frozenset(
    """
    Abigail Agnes Aisha Alexandra Alice Alicia Alison Allison Alyssa Amanda Amber Amina Amy Ana Anastasia Angela
    Angelina Anita Ann Anna Anne Annette Annie Ashley Astrid Audrey Ayesha Barbara Beatrice Beatriz Beth Betty Bianca
    Brenda Camila Carla Carmen Carol Caroline Catherine Cathy Cecilia Charlotte Chelsea Cheryl Chloe Christina Christine
    Claire Clara Claudia Condoleezza Cristina Cynthia Daniela Danielle Dawn Debbie Deborah Denise Diana Diane Donna
    Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Emilia Emily Emma Erica Erika Esther
    Eva Evelyn Farah Fatima Fiona Florence Frances Francesca Gabriela Gemma Gina Giorgia Gloria Grace Greta Hannah
    Harriet Heather Heidi Helen Helena Hillary Holly Ingrid Irene Iris Isabel Isabella Ivana Jacinda Jackie Jacqueline
    Jane Janet Janice Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Joyce Juana Judith Judy Julia Juliana Julie
    Juliet Kamala Karen Karin Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kimberly Kirsten Kristen Kristin Laura
    Lauren Leah Leila Lena Lillian Lily Linda Lisa Liz Lori Louise Lucia Lucy Lydia Lynn Madeleine Margaret Maria María
    Marie Marina Marisa Marta Martha Martina Mary Maureen Maya Megan Melanie Melissa Michaela Michelle Nadia Nancy Naomi
    Natalia Natalie Natasha Nicola Nicole Nikki Nina Nora Olga Olivia Pamela Paola Patricia Paula Penny Petra Rachel
    Rebecca Regina Renee Rita Roberta Rosa Rose Rosemary Ruth Sabrina Sally Samantha Sanae Sandra Sara Sarah Serena
    Shannon Sharon Sheila Shirley Silvia Simone Sofia Sofía Sonia Sophia Sophie Stacy Stephanie Sue Susan Susanne
    Suzanne Sylvia Tamara Tammy Tanya Tara Teresa Theresa Tiffany Tina Tracy Tsai Ursula Valentina Valerie Vanessa
    Veronica Vicki Victoria Virginia Vivian Wendy Yoko Yvonne Zoe
    """.split(),
)
# Given names of women and men alike, and short forms of both: they say nothing of a pronoun.
EITHER = frozenset(
    """
    Jo Dana Alex Sam Chris Pat Robin Kim Jordan Taylor Ashley Leslie Lesley Jamie Morgan Casey Kelly Tracy Andrea Jean
    Sasha Nikita Charlie Francis Terry Stacy Lee Jan Ariel Avery Cameron Drew Quinn Riley Rowan Shannon Sidney Sydney
    Vivian Marion Toni Nicola Simone Rene Wei Ming Li Yi Xin Min Yong Hong Jessie Kerry Hilary Beverly Evelyn Laurie
    Jackie Billie Bobbie Frankie Max Ali Noor Iman Amal Nour Harpreet Gurpreet Kiran Jaspreet Sandy Val Blair Skyler
    """.split()
)

# Short and long forms of one given name.
SAME_GIVEN_NAMES = tuple(
    frozenset(names.split())
    for names in (
        "Samuel Sam", "Michael Mike Mick", "William Will Bill Billy", "Robert Rob Bob Bobby", "Richard Rick Dick",
        "James Jim Jimmy", "John Jack Johnny", "Joseph Joe", "Thomas Tom Tommy", "Daniel Dan Danny", "David Dave",
        "Benjamin Ben", "Christopher Chris", "Matthew Matt", "Andrew Andy Drew", "Anthony Tony", "Nicholas Nick",
        "Alexander Alex Sasha", "Edward Ed Eddie Ted", "Stephen Steven Steve", "Gregory Greg", "Jeffrey Jeff",
        "Kenneth Ken", "Ronald Ron", "Donald Don", "Timothy Tim", "Charles Charlie Chuck", "Philip Phil", "Peter Pete",
        "Patrick Pat Paddy", "Joshua Josh", "Jonathan Jon", "Zachary Zach", "Gerald Gerry Jerry", "Lawrence Larry",
        "Elizabeth Liz Beth Lizzie", "Katherine Kate Kathy", "Catherine Cathy Kate", "Margaret Maggie Meg Peggy",
        "Susan Sue", "Deborah Debbie", "Jennifer Jen Jenny", "Jessica Jess", "Rebecca Becky", "Victoria Vicky",
        "Patricia Pat Trish", "Christine Chris Tina", "Alexandra Alex", "Samantha Sam", "Natalie Nat",
        "Leonard Leo Len", "Raymond Ray", "Frederick Fred", "Vladimir Volodymyr", "Aleksandr Alexander",
        "Sergey Sergei", "Yuri Yury",
    )
)  # fmt: skip
