/**
 * Time zones of area codes in the other large countries that several zones divide, by the beginning of the national
 * number; the longest beginning counts. From the national numbering plans (acma.gov.au, anatel.gov.br, ift.org.mx,
 * digital.gov.ru) and the IANA time zone database. Zones that keep the same clock stand under one name.
 */
export const otherAreaCodes: Record<string, Record<string, string>> = {
  /** Australia; mobiles (4) are of no place. */
  '61': {
    'Australia/Sydney': '2 3',
    'Australia/Sydney Australia/Lord_Howe': '26563',
    'Australia/Adelaide': '28087 28088',
    'Australia/Brisbane': '7',
    // Tweed Heads lies in New South Wales and has numbers of the Gold Coast.
    'Australia/Brisbane Australia/Sydney': '755 756',
    'Australia/Adelaide Australia/Darwin': '87 88',
    'Australia/Darwin': '889',
    'Australia/Perth': '86 89',
    'Australia/Perth Australia/Eucla': '8903 8909',
  },
  /** Brazil, mobiles too. */
  '55': {
    'America/Sao_Paulo': `
      11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64
      71 73 74 75 77 79 82 83 84 85 86 87 88 89 91 93 94 96 98 99`,
    'America/Sao_Paulo America/Noronha': '81',
    'America/Manaus': '65 66 67 69 92 95',
    'America/Manaus America/Rio_Branco': '97',
    'America/Rio_Branco': '68',
  },
  /** Mexico, mobiles too. Since 2022 only the towns at the northern border keep summer time. */
  '52': {
    'America/Mexico_City': `
      2 3 4 5 7 81 82 83 84 85 86 87 88 89 9 614 618 621 625 627 628 629 635 636 639 648 649 652 659 671 674 675 676 677`,
    'America/Hermosillo': `
      311 319 323 324 325 327 389 612 613 615 622 623 624 631 632 633 634 637 638 641 642 643 644 645 647 651 662 667 668
      669 672 673 687 694 695 696 697 698`,
    'America/Hermosillo America/Tijuana': '653',
    'America/Tijuana': '616 646 658 661 663 664 665 686',
    'America/Ciudad_Juarez': '656',
    'America/Matamoros': '867 868 877 878 897 899',
    'America/Matamoros America/Mexico_City': '626 862 864 891 892 894',
    'America/Cancun': '983 984 987 998',
  },
  /** Russia; mobiles (9) are of no place, and Kazakhstan (6, 7) is a country of its own. */
  '7': {
    'Europe/Kaliningrad': '401',
    'Europe/Moscow': `
      365 47 48 49 811 812 813 814 815 816 817 818 820 821 831 833 834 835 836 840 841 843 844 847 855 86 87 940`,
    'Europe/Samara': '341 842 845 846 848 851',
    'Asia/Yekaterinburg': '342 343 345 346 347 349 351 352 353',
    'Asia/Omsk': '381',
    'Asia/Novosibirsk': '382 383 384 385 388 390 391 394',
    'Asia/Irkutsk': '301 395',
    'Asia/Chita': '302 416',
    'Asia/Yakutsk Asia/Vladivostok Asia/Magadan': '411',
    'Asia/Vladivostok': '421 423 426',
    'Asia/Magadan': '413 424',
    'Asia/Kamchatka': '415 427',
  },
  /** Spain: the Canary Islands. */
  '34': {
    'Europe/Madrid': '81 82 83 84 85 86 87 88 91 92 93 94 95 96 97 98',
    'Atlantic/Canary': '822 828 922 928',
  },
  /** Portugal: the Azores. */
  '351': { 'Europe/Lisbon': '21 22 23 24 25 26 27 28 291', 'Atlantic/Azores': '292 295 296' },
};
