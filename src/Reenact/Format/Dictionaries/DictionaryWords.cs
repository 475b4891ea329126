namespace Reenact.Format;

/// <summary>
/// The words of the format's dictionary: common English ones, as agents and their users write them. None are taken from recordings. Never change this: recordings
/// need every byte of it.
/// </summary>
internal static class DictionaryWords
{
    public const string English =
        "absolutely acceptable access according account accurate achieve across action activity actual actually addition additional additionally address adjust after again against " +
        "agree ahead alert all allow almost along already also alternative although always among amount analysis analyze another answer any anything appears applicable application " +
        "apply approach appropriate approval approve approximately are area argument around article ask aspect assign assist assistance associated assume assumption at attach " +
        "attempt attention authorization automatic available average avoid aware away back background balance based basic because become been before begin behavior behind being " +
        "believe below benefit best better between beyond bill body both break brief bring broken budget build business but button calculate calculation calendar call can cannot " +
        "capability capacity card careful carefully case cause center central certain certainly change channel character charge check choice choose clarify class clear clearly " +
        "client close code collect column combination combine come comment common company compare compatible complete completed completely complex component compute concern " +
        "conclude conclusion condition conduct confirm confirmation conflict connect connection consequence consider considered consistent constraint contact contain content " +
        "context continue contract contribute control convenient conversation convert copy correct correctly cost could count country couple course cover create created creation " +
        "credit criteria critical current currently customer daily data database date deal debug decide decision decline decrease default define definition delay delete deliver " +
        "delivery demand department depend dependency describe description design desired detail detailed details determine develop device difference different difficult direct " +
        "direction directly directory disable discount discuss display distance document does domain done double doubt down download draft drop due duplicate during each earlier " +
        "early easily easy edit effect effective efficient effort either element eligible else email employee enable encounter end enjoy enough ensure enter entire entry " +
        "environment equal error especially essential establish estimate evaluate even event eventually ever every everything evidence exact exactly example exceed except " +
        "exception exclude execute exist existing expect expected expense experience explain explanation explicit express extend external extra extract face fact factor fail " +
        "failed failure fair familiar fast feature fee feedback feel field figure file fill filter final finally finance financial find finding fine finish first fit fix fixed " +
        "flag flexible flow focus folder follow following for form formal format forward found frequent from full fully function further future gather general generate get give " +
        "given global go goal good grant great group growth guarantee guess guest guide had half handle happen happy hard has have having he head health hear help helpful her here " +
        "high higher highest highlight him his history hold home hope hour how however human idea ideal identify if ignore image immediate immediately impact implement " +
        "implementation important improve in include included including income incorrect increase indeed independent index indicate individual industry info inform information " +
        "initial initially input inquiry inside instance instead instruction integer integrate intend interest interface internal internet into introduce invalid inventory invoice " +
        "involve is issue it item its itself job join judge just keep key kind know knowledge known label language large last late later latest launch layer lead learn least leave " +
        "left legal length less let level library license like likely limit limited line link list little live load local location log login logic long longer look lose loss lot " +
        "low lower machine made mail main mainly maintain major make manage management manager manual many map market match material matter maximum may maybe mean meaning means " +
        "measure media medical meet meeting member memory mention menu message method middle might mind minimum minor minute miss missing mistake mode model modify moment monitor " +
        "month monthly more morning most mostly move much multiple must my name native natural near nearest nearly necessary need needed negative network never new next nice night " +
        "no none nor normal normally not note nothing notice notification now null number object objective observe obtain obvious occur of off offer office official often old on " +
        "once one ongoing online only open operate operation opinion opportunity option optional or order ordinary organization original other otherwise our out outcome output " +
        "outside over overall overview own owner package page paid paper paragraph parameter part participant particular particularly partner party pass passenger password past " +
        "path pattern pay payment pending people per percent percentage perfect perform performance perhaps period permission permit person personal phone phrase physical pick " +
        "picture piece place plan platform play please plus point policy popular position positive possible possibly post potential power practical practice prefer preference " +
        "preferred prepare present preserve press prevent previous previously price primary print prior priority privacy private probably problem procedure proceed process produce " +
        "product professional profile program progress project promise prompt proof proper properly property proposal propose protect provide provided provider public publish " +
        "purchase purpose push put quality quantity query question quick quickly quite quote raise random range rate rather rating reach read ready real really reason reasonable " +
        "receipt receive received recent recently recommend recommendation record recover reduce refer reference refund refuse regard regarding region register regular regularly " +
        "reject relate related relation release relevant reliable remain remaining remember remind reminder remote remove repair repeat replace reply report represent request " +
        "require required requirement research reserve reset resolution resolve resource respect respond response responsible rest restore restrict result resume retrieve return " +
        "returned review revise right risk role room root round route row rule run safe safety said sale same sample save saved say schedule scheduled scope score screen script " +
        "search season second section secure security see seem seems select selected selection self sell send sense sensitive sent separate sequence serious serve server service " +
        "session set setting several severe share she ship shipping short should show shown side sign signal significant similar simple simply since single site situation size " +
        "skip slightly slow small so software solution solve some someone something sometimes soon sorry sort source space special specific specifically specified specify speed " +
        "spend split staff stage standard start state statement status stay step still stock stop storage store story straight strategy street string strong structure style " +
        "subject submit subscription success successful successfully such suggest suggestion suit suitable sum summarize summary supply support sure switch symbol sync system " +
        "table take target task team technical technology tell temporary term test text than thank thanks that the their them themselves then theory there therefore these they " +
        "thing think third this thorough those though thought three through throughout ticket time title to today together token tomorrow too tool top topic total toward track " +
        "trade traffic training transaction transfer travel treat trial trip trouble true truly trust try turn two type typical typically unable unavailable under understand " +
        "understanding unexpected unfortunately unique unit unknown unless unlikely until up update updated upgrade upload upon urgent us usage use used useful user usual usually " +
        "valid validate value variable variety various verify version very via view visible visit wait walk want warning was waste watch way we website week weekly weight welcome " +
        "well went were what whatever when where whether which while who whole whose why wide will window wish with within without wonder word work worker working world worry " +
        "worth would write written wrong year yes yesterday yet you your yours zero zone " +
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December ";
}
