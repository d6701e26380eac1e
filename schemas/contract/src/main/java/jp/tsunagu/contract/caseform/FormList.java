package jp.tsunagu.contract.caseform;

import static jp.tsunagu.contract.caseform.CaseForm.ABOUT;
import static jp.tsunagu.contract.caseform.CaseForm.BY;
import static jp.tsunagu.contract.caseform.CaseForm.rows;
import static jp.tsunagu.contract.caseform.CaseForm.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;

/**
 * Every form of a case as the network declares it: one more is one more declaration here. What a
 * city makes of them says {@link CityForms}.
 */
final class FormList {

  private static final int LINE = 200;
  private static final int STORY = 2000;

  private static final FormField<List<Filled>> ISSUES =
      rows(
          "issue",
          "issues",
          "課題",
          ABOUT,
          told("issue", "課題", STORY).must(),
          FormField.oneOf("priority", "優先度", FormCodes.PRIORITY));

  private static final FormField<List<Filled>> LEADS =
      rows("lead", "leads", "主担当", FormField.agency("lead", "主担当の機関").must());

  private static final FormField<List<Filled>> AGREEMENTS =
      rows(
          "agreement",
          "agreements",
          "本人の同意",
          FormField.day("agreedOn", "同意の日", Plausible.HAPPENED).must(),
          FormField.oneOf("method", "同意の方法", Choice.METHOD).must(),
          told("remark", "本人の言葉・補足", STORY).telling(DetailKind.CONSULTATION));

  private static final FormField<LocalDate> NEXT_MONITORING =
      FormField.day("monitoringOn", "次のモニタリング", Plausible.PLANNED);

  private static final CaseForm ASSESSMENT =
      CaseForm.of(
              KnownForm.ASSESSMENT,
              rows(
                  "assessed-person",
                  "persons",
                  "本人・世帯員",
                  told("wish", "本人の希望", STORY).telling(DetailKind.CONSULTATION),
                  told("familyWish", "家族の希望", STORY).telling(DetailKind.CONSULTATION),
                  told("strengths", "強み・できていること", STORY).telling(DetailKind.CONSULTATION),
                  told("health", "健康", STORY).telling(DetailKind.HEALTH),
                  told("disability", "障害", STORY).telling(DetailKind.DISABILITY),
                  told("care", "介護", STORY).telling(DetailKind.CARE),
                  told("childRearing", "子育て", STORY).telling(DetailKind.CHILD_REARING),
                  told("workAndIncome", "就労・収入", STORY).telling(DetailKind.WORK_AND_INCOME),
                  told("debt", "債務・滞納", STORY).telling(DetailKind.DEBT),
                  told("housing", "住まい", STORY).telling(DetailKind.HOUSING),
                  told("society", "社会関係・ひきこもり", STORY).telling(DetailKind.CONSULTATION),
                  told("rights", "権利擁護", STORY).telling(DetailKind.RIGHTS)),
              rows(
                  "involved-agency",
                  "agencies",
                  "関わっている機関",
                  told("name", "機関・事業所", LINE).must().telling(DetailKind.CONSULTATION),
                  told("part", "関わり", STORY).telling(DetailKind.CONSULTATION)),
              ISSUES,
              rows(
                  "risk",
                  "risks",
                  "リスク",
                  ABOUT,
                  told("risk", "リスク", STORY).must(),
                  told("precaution", "備え", STORY)),
              rows(
                  "source",
                  "sources",
                  "情報の出どころ",
                  ABOUT,
                  told("source", "だれから・何から", LINE).must(),
                  FormField.day("heardOn", "聞いた日", Plausible.HAPPENED)))
          .backFrom(ISSUES);

  private static final FormField<List<Filled>> SUPPORTS =
      rows(
          "planned-support",
          "supports",
          "支援",
          ABOUT,
          BY,
          told("support", "支援の内容", STORY).must(),
          told("frequency", "頻度", LINE),
          FormField.day("from", "開始", Plausible.PLANNED),
          FormField.day("until", "終わりの目安", Plausible.PLANNED));

  private static final FormField<Filled> ADEQUACY =
      FormField.group(
          "adequacy",
          Form.of(
              "case-form-adequacy",
              "適切性の協議",
              FormField.day("metOn", "会議の日", Plausible.PLANNED),
              FormField.oneOf("result", "結果", FormCodes.ADEQUACY)));

  private static final CaseForm PLAN =
      CaseForm.of(
              KnownForm.PLAN,
              rows(
                  "planned-goal",
                  "goals",
                  "目標",
                  FormField.oneOf("term", "期間", FormCodes.TERM).must(),
                  ABOUT,
                  told("goal", "目標", STORY).must(),
                  FormField.day("reachBy", "達成の目安", Plausible.PLANNED)),
              ISSUES,
              LEADS,
              SUPPORTS,
              rows(
                  "further-support",
                  "further",
                  "参加支援・アウトリーチの活用",
                  FormField.oneOf("programme", "事業", FormCodes.FURTHER).must(),
                  told("need", "必要な理由", STORY).telling(DetailKind.CONSULTATION)),
              AGREEMENTS,
              NEXT_MONITORING,
              ADEQUACY)
          .backFrom(SUPPORTS);

  private static final CaseForm MONITORING =
      CaseForm.of(
          KnownForm.MONITORING,
          FormField.day("monitoredOn", "モニタリングの日", Plausible.HAPPENED).must(),
          rows(
              "monitored-support",
              "supports",
              "支援の状況",
              ABOUT,
              BY,
              FormField.oneOf("carried", "実施", FormCodes.CARRIED).must(),
              told("situation", "状況", STORY)),
          rows(
              "change",
              "changes",
              "本人・世帯の変化",
              ABOUT,
              told("change", "変化", STORY).must(),
              told("wish", "本人の意向", STORY)),
          FormField.oneOf("next", "この後", FormCodes.NEXT),
          NEXT_MONITORING);

  private static final FormField<List<Filled>> FOLLOW_UP =
      rows(
          "follow-up",
          "followUp",
          "フォローアップ",
          ABOUT,
          BY,
          told("content", "内容", STORY).must(),
          told("rhythm", "連絡の頻度", LINE));

  private static final CaseForm EVALUATION =
      CaseForm.of(
              KnownForm.EVALUATION,
              rows(
                  "evaluated-goal",
                  "goals",
                  "目標の達成",
                  ABOUT,
                  told("goal", "目標", STORY).must(),
                  FormField.oneOf("reached", "達成", FormCodes.REACHED).must(),
                  told("change", "変化", STORY),
                  told("remains", "残る課題", STORY)),
              FormField.oneOf("verdict", "判定", FormCodes.VERDICT).must(),
              LEADS,
              FOLLOW_UP,
              rows(
                  "missing-resource",
                  "missing",
                  "不足した社会資源",
                  ABOUT,
                  told("resource", "足りなかったもの", STORY).must()))
          .backFrom(LEADS);

  /** 狛江市 図15: the receiving place is assessed as the person is. */
  private static final CaseForm PARTICIPATION_PLAN =
      CaseForm.of(
          KnownForm.PARTICIPATION_PLAN,
          rows(
              "participant",
              "persons",
              "本人",
              told("wish", "本人の希望", STORY).must().telling(DetailKind.CONSULTATION),
              told("strengths", "強み・できていること", STORY).telling(DetailKind.CONSULTATION)),
          rows(
              "receiving-place",
              "places",
              "受入れ先",
              told("place", "場所・団体", LINE).must().telling(DetailKind.CONSULTATION),
              told("part", "本人がすること", STORY).telling(DetailKind.CONSULTATION),
              told("readiness", "受入れ先の状況・配慮", STORY).telling(DetailKind.CONSULTATION),
              FormField.day("from", "開始", Plausible.PLANNED)),
          SUPPORTS,
          AGREEMENTS,
          NEXT_MONITORING,
          ADEQUACY);

  /** 狛江市 図15: what the place can offer, and what it needs for it, is asked as of the person. */
  private static final CaseForm PLACE_ASSESSMENT =
      CaseForm.of(
          KnownForm.PLACE_ASSESSMENT,
          rows(
              "assessed-place",
              "places",
              "受け入れ先",
              told("place", "場所・団体", LINE).must().telling(DetailKind.CONSULTATION),
              FormField.day("visitedOn", "訪ねた日", Plausible.HAPPENED),
              told("offer", "本人ができること・役割", STORY).must().telling(DetailKind.CONSULTATION),
              told("wish", "受け入れ先の希望", STORY).telling(DetailKind.CONSULTATION),
              told("people", "受け入れる人・体制", STORY).telling(DetailKind.CONSULTATION),
              told("worry", "受け入れ先の不安・課題", STORY).telling(DetailKind.CONSULTATION),
              told("precaution", "必要な配慮・支援", STORY).telling(DetailKind.CONSULTATION),
              told("times", "曜日・時間・通い方", LINE).telling(DetailKind.CONSULTATION),
              FormField.oneOf("ready", "受け入れの見込み", FormCodes.READY).must()),
          rows(
              "place-preparation",
              "preparations",
              "受け入れまでに整えること",
              FormField.agency("agency", "担う機関"),
              told("task", "整えること", STORY).must().telling(DetailKind.CONSULTATION),
              FormField.day("until", "いつまで", Plausible.PLANNED)));

  private static final CaseForm PARTICIPATION_EVALUATION =
      CaseForm.of(
          KnownForm.PARTICIPATION_EVALUATION,
          rows(
              "kept-place",
              "places",
              "受入れ先での様子",
              told("place", "場所・団体", LINE).must().telling(DetailKind.CONSULTATION),
              FormField.oneOf("settled", "定着", FormCodes.REACHED).must(),
              told("change", "本人の変化", STORY).telling(DetailKind.CONSULTATION),
              told("voice", "受入れ先の声", STORY).telling(DetailKind.CONSULTATION)),
          FormField.oneOf("verdict", "判定", FormCodes.VERDICT).must(),
          FOLLOW_UP);

  /** 狛江市 図12 and 表3; it may be made before the person consents, for the table of the 支援会議. */
  private static final CaseForm OUTREACH_PLAN =
      CaseForm.of(
          KnownForm.OUTREACH_PLAN,
          rows(
              "outreach-ground",
              "reasons",
              "アウトリーチをする理由",
              FormField.oneOf("reason", "理由", FormCodes.OUTREACH).must(),
              ABOUT,
              told("known", "分かっていること", STORY)),
          rows(
              "approach",
              "approaches",
              "関わり方",
              ABOUT,
              BY,
              FormField.oneOf("means", "方法", FormCodes.MEANS).must(),
              told("content", "内容", STORY).must(),
              told("frequency", "頻度", LINE),
              told("precaution", "気を付けること", STORY)),
          NEXT_MONITORING);

  private static final CaseForm OUTREACH_EVALUATION =
      CaseForm.of(
          KnownForm.OUTREACH_EVALUATION,
          rows(
              "relation",
              "relations",
              "本人との関係",
              ABOUT,
              FormField.oneOf("connected", "つながり", FormCodes.REACHED).must(),
              told("change", "変化", STORY),
              told("remains", "残る課題", STORY)),
          FormField.oneOf("verdict", "判定", FormCodes.VERDICT).must(),
          LEADS,
          FOLLOW_UP);

  /** All of them, in the order in which a case meets them. */
  static final List<CaseForm> ALL =
      Stream.concat(ofTheCase(), MeetingFormList.ALL.stream()).toList();

  private static Stream<CaseForm> ofTheCase() {
    return Stream.of(
        ApplicationForms.of(
            KnownForm.COMPREHENSIVE_APPLICATION, "私は、相談支援機関がともに行う支援(包括的相談支援)の利用を申し込みます。"),
        ApplicationForms.of(
            KnownForm.COORDINATION_APPLICATION, "私は、多くの機関が役割を分けて行う支援(多機関協働)の利用を申し込みます。"),
        ASSESSMENT,
        PLAN,
        MONITORING,
        EVALUATION,
        ApplicationForms.of(KnownForm.OUTREACH_APPLICATION, "私は、訪問などによる継続的な支援(アウトリーチ)の利用を申し込みます。"),
        OUTREACH_PLAN,
        OUTREACH_EVALUATION,
        ApplicationForms.of(
            KnownForm.PARTICIPATION_APPLICATION, "私は、社会とのつながりを作る支援(参加支援)の利用を申し込みます。"),
        PARTICIPATION_PLAN,
        PLACE_ASSESSMENT,
        PARTICIPATION_EVALUATION);
  }

  private FormList() {}

  /** The one that programs call so, as it is declared here. */
  static Optional<CaseForm> find(String id) {
    return ALL.stream().filter(form -> form.id().equals(id)).findFirst();
  }
}
