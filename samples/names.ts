/** Names to combine. All people are invented; a name that somebody bears is chance. */

export interface NamePool {
  /** ISO 639-1 code of the language spoken at home. */
  readonly language: string;
  /** How many families of a hundred, roughly. */
  readonly share: number;
  /** 'Kowalski/Kowalska' where men and women bear different forms. */
  readonly surnames: readonly string[];
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
}

const words = (text: string): string[] => text.split(/\s+/).map((word) => word.replace(/_/g, ' '));

function pool(language: string, share: number, surnames: string, girls: string, boys: string, women: string, men: string): NamePool {
  return { language, share, surnames: words(surnames), girls: words(girls), boys: words(boys), women: words(women), men: words(men) };
}

export const namePools: readonly NamePool[] = [
  pool(
    'en',
    44,
    `Taylor Walker Wright Robinson Thompson White Hall Green Cooper Ward Harrison Baker Carter Palmer Holmes Webb Booth Dixon Fletcher
     Ashworth Barlow Pickering Thornton Whitehead Sutcliffe Hargreaves Marsh Rose Page May Chase Kirkham-Dale Lyons-Ward Holt-Spencer D'Arcy`,
    `Amelia Isabella Poppy Freya Florence Evie Daisy Phoebe Lily Matilda Erin Harriet Eleanor Lucy Imogen Rosie Grace Faith Holly Chloë Zoë Beatrice Martha Ivy`,
    `George Harry Noah Charlie Jacob Alfie Freddie Theo Archie Joshua Henry Max Lucas Edward Finley Toby Reuben Samuel Will Mark Elliot Isaac Barnaby Louis`,
    `Sarah Laura Emma Rebecca Lisa Nicola Joanna Kate Victoria Hannah Michelle Alison Gemma Rachel Donna Tracey`,
    `James Andrew Paul Matthew Stephen Richard Daniel Robert Christopher Jonathan Martin Neil Stuart Graham Lee Ian`,
  ),
  pool(
    'pl',
    7,
    `Kowalski/Kowalska Nowak Zieliński/Zielińska Wójcik Kamiński/Kamińska Lewandowski/Lewandowska Dąbrowski/Dąbrowska`,
    'Zuzanna Maja Hanna Oliwia Aleksandra Łucja',
    'Jakub Mateusz Filip Szymon Kacper Wojciech',
    'Katarzyna Małgorzata Anna Joanna Beata',
    'Piotr Krzysztof Marcin Łukasz Tomasz',
  ),
  pool(
    'ur',
    8,
    `Khan Hussain Mahmood Iqbal Chaudhry Malik Siddiqui Mirza`,
    'Ayesha Fatima Maryam Aliza Iqra Noor',
    'Mohammed Ibrahim Bilal Zayn Haris Yusuf',
    'Shazia Nadia Rukhsana Samina Uzma',
    'Imran Tariq Asif Khalid Nadeem',
  ),
  pool(
    'bn',
    3,
    'Begum/Begum Rahman Chowdhury Uddin',
    'Tasnim Sumaiya Nusrat Jannat',
    'Rafiq Tanvir Nabil Sakib',
    'Shirin Farzana Rehana',
    'Abdul Kamal Jalal',
  ),
  pool(
    'en',
    6,
    `Adeyemi Okonkwo Eze Balogun Ogunleye Nwachukwu Abiodun-Cole`,
    'Ngozi Temitope Adaeze Ifeoluwa Chiamaka Folasade',
    'Oluwaseun Chukwuemeka Tobi Ayodele Emeka Kelechi',
    'Yetunde Blessing Funmilayo Ọmọlará Nkechi',
    'Adebayo Ikenna Olumide Chinedu Babatunde',
  ),
  pool(
    'zh',
    4,
    'Chen Wang Li Zhang Huang Lau',
    'Xinyi Mei Jiaqi Wing-Yan Yútóng',
    'Haoran Jun Ka-Ho Zihan Minghao',
    'Li-Na Xiaoming Siu-Ling Yan',
    'Wei Jianguo Chi-Keung Bo',
  ),
  pool(
    'en',
    5,
    `O'Brien O'Connor Gallagher Byrne O'Sullivan McCarthy Ní_Dhomhnaill/Ní_Dhomhnaill`,
    'Saoirse Niamh Caoimhe Róisín Clodagh',
    'Oisín Cillian Declan Ruairí Séamus',
    'Sinéad Gráinne Siobhán Bríd',
    'Pádraig Conor Eoin Diarmuid',
  ),
  pool(
    'en',
    5,
    'Llewellyn Ap_Rhys/Ap_Rhys Prydderch Gethin-Jones Bowen Pugh',
    'Siân Angharad Ffion Cerys Eira',
    'Rhys Dafydd Siôn Gethin Iolo',
    'Bethan Nerys Rhiannon',
    'Gareth Emyr Huw',
  ),
  pool(
    'pa',
    4,
    'Singh_Gill/Kaur_Gill Sandhu Dhillon Grewal Bains',
    'Harpreet Simran Jasleen Kiran',
    'Arjan Gurpreet Jaspreet Manveer',
    'Baljit Rupinder Manjit',
    'Sukhdev Balwinder Jagdeep',
  ),
  pool(
    'gu',
    3,
    'Shah Desai Mistry Solanki',
    'Diya Krisha Hetal Riya',
    'Dhruv Kush Jay Nikhil',
    'Bhavna Hina Nisha',
    'Kiran Jignesh Mukesh',
  ),
  pool('ta', 2, 'Sivakumar Nadarajah Thevarajah', 'Abirami Kavya Nila', 'Kavin Arun Pranav', 'Vasanthi Shanthi', 'Ramesh Suresh'),
  pool(
    'ar',
    4,
    "Al-Masri Mansour El-Sayed Abu-Bakr Sa'adi",
    'Layla Yasmin Salma Rania',
    'Omar Khalil Adam Tariq',
    'Huda Mona Samar',
    'Ahmed Nabil Mustafa',
  ),
  pool('so', 2, 'Warsame Farah Abdi', 'Hodan Ayaan Sahra', 'Liban Abdirahman Guled', 'Faduma Hawa', 'Hassan Ismail'),
  pool(
    'ro',
    3,
    'Popescu Ionescu Munteanu Rusu',
    'Andreea Ștefania Ioana Mălina',
    'Ștefan Andrei Răzvan Matei',
    'Elena Mihaela Cristina',
    'Vasile Gheorghe Dănuț',
  ),
  pool(
    'pt',
    3,
    'da_Silva Gonçalves Conceição Simões',
    'Inês Beatriz Mariana Leonor',
    'João Tomás Duarte Simão',
    'Conceição Fátima Paula',
    'Luís António Rui',
  ),
  pool('tr', 2, 'Yılmaz Öztürk Şahin', 'Elif Zeynep Ayşe', 'Emre Çağlar Ömer', 'Gülşen Hatice', 'Mehmet İbrahim'),
  pool(
    'uk',
    3,
    'Shevchenko Kovalenko Bondarenko Melnyk',
    'Solomiia Oksana Daryna',
    'Danylo Nazar Bohdan',
    'Nataliia Iryna',
    'Oleksandr Vasyl',
  ),
  pool(
    'en',
    4,
    'Joseph Baptiste St_Clair/St_Clair Braithwaite Grant',
    'Keisha Shanice Aaliyah Tiana',
    'Tyrone Jaden Malachi Andre',
    'Marcia Yvonne Sharon',
    'Delroy Leroy Clive',
  ),
  pool('vi', 2, 'Nguyễn Trần Phạm', 'Linh Thảo Mai', 'Minh Đức Khôi', 'Hương Lan', 'Tuấn Hùng'),
  pool(
    'lt',
    2,
    'Kazlauskas/Kazlauskienė Petrauskas/Petrauskienė',
    'Gabija Ugnė Austėja',
    'Jonas Lukas Domantas',
    'Rasa Jurgita',
    'Vytautas Mindaugas',
  ),
  pool(
    'es',
    2,
    'García_López/García_López Muñoz Núñez-Peña',
    'Lucía Martina Begoña',
    'Álvaro Mateo Íñigo',
    'Pilar Belén',
    'José_María Andrés',
  ),
];

/** The form of a surname that a woman or a man bears. */
export function surnameFor(surname: string, gender: 'F' | 'M'): string {
  const [masculine = surname, feminine = masculine] = surname.split('/');
  return gender === 'F' ? feminine : masculine;
}

/** A name's plain letters for an e-mail address: "O'Brien" is obrien, 'Łukasz' is lukasz, 'St Clair' is st-clair. */
export function emailPart(name: string): string {
  const special: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ı: 'i', ø: 'o', ß: 'ss', æ: 'ae' };
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđıøßæ]/g, (letter) => special[letter] ?? '')
    .replace(/\s+/g, '-')
    .replace(/[^a-z-]/g, '');
}
