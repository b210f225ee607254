/**
 * Words that say what someone is and not who they are, with the small words between them, compared as `nameTokens` gives them.
 * Whoever is called only by these has not been named. NB: English alone; in any other language each word counts as a name,
 * which leaves out more.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `a an the this that some someone somebody one other another two three lots few all any both
  i me my mine myself you your yours he him his she her hers it its we us our ours they them their theirs who whose
  is are was were be am do did does have has had and or but not no yes with without of from in on at by to for as
  about called named known name like just also too same older younger old young little big new ex half step great best
  close good s t d m ll re ve don didn
  mum mums mother mam mama dad dads father papa parent parents carer carers guardian stepmum stepdad stepmother stepfather
  brother brothers sister sisters sibling siblings twin stepbrother stepsister son daughter baby child children kid kids
  nan nana gran granny grandma grandad grandpa grandfather grandmother grandparent grandparents
  aunt auntie aunty uncle uncles cousin cousins niece nephew family relative relatives
  friend friends mate mates bestie pal boyfriend girlfriend partner husband wife boy boys girl girls man men woman women lad lads
  guy guys person people stranger strangers adult adults teenager neighbour neighbours lodger
  teacher teachers head tutor coach doctor nurse police officer officers worker workers social youth support key staff
  manager driver boss school college work home online`
    .split(/\s+/)
    .filter(word => word !== ''),
)
