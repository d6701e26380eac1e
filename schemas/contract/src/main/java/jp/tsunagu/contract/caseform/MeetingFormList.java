package jp.tsunagu.contract.caseform;

import static jp.tsunagu.contract.caseform.CaseForm.ABOUT;
import static jp.tsunagu.contract.caseform.CaseForm.ITEM;
import static jp.tsunagu.contract.caseform.CaseForm.rows;
import static jp.tsunagu.contract.caseform.CaseForm.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.AgencyId;

/**
 * The forms that are about one item of a meeting, as the network declares them: 申出 and what the
 * desk says to it (江戸川区), 報告書 and 会議録.
 */
final class MeetingFormList {

  private static final int LINE = 200;
  private static final int STORY = 2000;

  private static final String NO_PERSON = "世帯のことは、ここではなく、下の行に世帯員ごとに書きます。";

  private static final FormField<LocalDate> HELD_ON =
      FormField.day("heldOn", "開催日", Plausible.HAPPENED).must();

  private static final FormField<Set<AgencyId>> ATTENDED = FormField.agencies("attended", "参加した機関");

  private static final FormField<List<Filled>> TASKS =
      rows(
          "meeting-task",
          "tasks",
          "これからすること",
          ABOUT,
          FormField.agency("agency", "担う機関").must(),
          told("task", "すること", STORY).must(),
          FormField.day("until", "いつまで", Plausible.PLANNED));

  /** All of them, in the order in which an item meets them. */
  static final List<CaseForm> ALL =
      List.of(
          CaseForm.of(
              KnownForm.MEETING_APPLICATION,
              ITEM,
              ofNobody("running", "運営(進め方・日程・場所)"),
              ofNobody("coordination", "調整(前に整えておくこと)"),
              rows(
                  "meeting-reason",
                  "reasons",
                  "申出の理由",
                  ABOUT,
                  told("reason", "会議で話し合いたいこと", STORY).must()),
              rows(
                  "plan-draft",
                  "plans",
                  "プラン案",
                  ABOUT,
                  told("goal", "目標", STORY),
                  told("support", "支援の内容", STORY).must(),
                  FormField.agency("agency", "担う機関"),
                  told("frequency", "頻度", LINE))),
          CaseForm.of(
              KnownForm.MEETING_ADVICE,
              ITEM,
              FormField.day("receivedOn", "受け付けた日", Plausible.HAPPENED).must(),
              FormField.oneOf("result", "結果", FormCodes.RECEPTION).must(),
              ofNobody("onRunning", "運営についての助言"),
              rows(
                  "coordination-advice",
                  "onCoordination",
                  "調整についての助言",
                  ABOUT,
                  told("advice", "助言", STORY).must()),
              rows(
                  "plan-advice",
                  "onPlans",
                  "プラン案についての助言",
                  ABOUT,
                  told("advice", "助言", STORY).must())),
          CaseForm.of(
              KnownForm.MEETING_REPORT,
              ITEM,
              HELD_ON,
              ATTENDED,
              rows(
                  "meeting-result",
                  "results",
                  "協議の結果",
                  ABOUT,
                  told("discussed", "協議したこと", STORY).must(),
                  told("agreed", "決まったこと", STORY)),
              TASKS),
          CaseForm.of(
              KnownForm.MEETING_MINUTES,
              ITEM,
              HELD_ON,
              ATTENDED,
              FormField.text("others", "ほかの参加者(人数・立場)", LINE)
                  .ownedBy(TextOwner.AGENCY)
                  .hint("本人・家族が参加したときも、名前ではなく人数を書きます。"),
              rows(
                  "meeting-speech",
                  "spoken",
                  "発言",
                  ABOUT,
                  FormField.agency("agency", "発言した機関"),
                  told("said", "発言の要旨", STORY).must()),
              rows(
                  "meeting-agreement",
                  "agreed",
                  "決まったこと",
                  ABOUT,
                  told("agreed", "内容", STORY).must()),
              TASKS));

  private MeetingFormList() {}

  private static FormField<String> ofNobody(String name, String label) {
    return FormField.text(name, label, STORY).ownedBy(TextOwner.AGENCY).hint(NO_PERSON);
  }
}
