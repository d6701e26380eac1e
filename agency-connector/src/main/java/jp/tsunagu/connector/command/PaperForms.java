package jp.tsunagu.connector.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.PaperCommand.CallBackPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.HandOutPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.OpenPaper;
import jp.tsunagu.contract.lifecycle.PaperCopy;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/** What whoever runs a meeting hands out for an item (資料), and calls back (回収). */
final class PaperForms {

  /** Which copy (資料番号). */
  private static final FormField<Integer> NUMBER =
      FormField.whole("number", "資料番号", 1, PaperCopy.MOST).must();

  private static final FormField<String> FORM =
      FormField.listed("form", "様式", PaperForms::forms).must();
  private static final FormField<Integer> VERSION =
      FormField.whole("version", "版", 1, 99_999).hint("空欄なら、この機関が書いたいちばん新しい版です。");
  private static final FormField<Set<AgencyId>> RECIPIENTS =
      FormField.agencies("recipients", "渡す機関").must();
  private static final FormField<Set<AgencyId>> HOLDERS =
      FormField.agencies("agencies", "回収する機関").hint("空欄なら、まだ回収していない機関すべてです。");
  private static final FormField<List<Filled>> COPIES =
      FormField.rows("copies", Form.of("returned-paper", "回収する資料", NUMBER), PaperCopy.MOST);

  static final List<CommandForm> ALL =
      List.of(
          MeetingForms.onRequest("hand-out-papers", "会議の資料を渡す", "papers", PaperForms::handOut)
              .asking(FORM, VERSION, RECIPIENTS)
              .saying(
                  "この機関が書いた様式を、渡す機関ごとに、渡せる分だけ封かんします。"
                      + "根拠は会議区分で決まります(支援会議は構成員、重層的支援会議は本人の同意)。"
                      + "紙・電話で参加する機関の分は番号だけが付き、印刷して渡します。"),
          MeetingForms.onRequest(
                  "call-back-papers", "会議の資料を回収する", "papers/call-back", PaperForms::callBack)
              .asking(HOLDERS, COPIES)
              .saying("回収した資料は、その機関では読めなくなります。紙で渡した資料は、戻ったことの記録です。"),
          CommandForm.of(
                  CommandForm.Group.MEETING,
                  "open-paper",
                  "会議の資料を開く",
                  "/cases/{caseId}/papers/{number}/open",
                  List.of(Targets.CASE, NUMBER),
                  on -> Wish.of(new OpenPaper(on.header(), on.target(NUMBER))))
              .saying("開くと読めるようになり、開いたことが渡した機関に伝わります。"));

  private PaperForms() {}

  private static List<Coded> forms(NetworkDirectory directory) {
    return CityForms.all(directory).stream()
        .map(form -> new Coded(form.id(), form.title()))
        .toList();
  }

  private static @Nullable Wish handOut(Making on) {
    MeetingRequestId requestId = MeetingForms.requestId(on);
    Optional<MeetingItem> item = on.state().meeting(requestId);
    CaseForm form = CityForms.find(on.must(FORM), on.directory()).orElseThrow();
    Optional<FormVersions.Outline> version = version(on, form, requestId);
    if (item.isEmpty() || version.isEmpty()) {
      noteMissing(on, item.isEmpty());
      return null;
    }
    int number = version.get().number();
    FormPassage passage =
        FormPassage.atTheTable(
            form,
            on.tools()
                .forms()
                .content(on.agency(), on.caseId(), form, number)
                .orElseThrow()
                .value(),
            new FormPassage.Way(
                on.state(),
                on.agency(),
                on.tools().desk(),
                TokyoTime.dateOf(on.tools().draft().now())),
            item.get().conference(),
            sealedFor(on));
    noteThoseWithNothing(on, passage);
    return new Wish(
        new HandOutPapers(
            on.header(), requestId, form.form().ref(), number, on.must(RECIPIENTS), null),
        passage.parts().isEmpty()
            ? null
            : new OpenDossier(on.tools().draft().newDossier(), passage.parts()));
  }

  private static Optional<FormVersions.Outline> version(
      Making on, CaseForm form, MeetingRequestId requestId) {
    Integer wanted = on.get(VERSION);
    return on.tools().forms().of(on.agency(), on.caseId()).stream()
        .filter(each -> each.formId().equals(form.id()))
        .filter(
            each ->
                wanted == null
                    ? each.item().isEmpty() || each.item().get().equals(requestId)
                    : each.number() == wanted)
        .findFirst();
  }

  private static void noteMissing(Making on, boolean isItem) {
    if (isItem) {
      on.at()
          .problem(RECIPIENTS, RefusalCode.MEETING_REQUEST_UNKNOWN.label(), "案件の会議の一覧から選んでください。");
    } else {
      on.at().problem(FORM, "この機関が書いたその様式(版)がありません。", "先に様式を書くか、ほかの様式か版を選んでください。");
    }
  }

  private static Set<AgencyId> sealedFor(Making on) {
    return on.must(RECIPIENTS).stream()
        .filter(agency -> !isOnPaper(on, agency))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOnPaper(Making on, AgencyId agency) {
    return on.directory()
        .agency(agency)
        .filter(one -> one.participation() == Participation.PAPER)
        .isPresent();
  }

  /** A copy in which nothing stands would be handed out for nothing. */
  private static void noteThoseWithNothing(Making on, FormPassage passage) {
    Set<AgencyId> readers = passage.recipients();
    String nothing =
        sealedFor(on).stream()
            .filter(agency -> !readers.contains(agency))
            .sorted()
            .map(on.directory()::nameOf)
            .collect(joining("、"));
    if (!nothing.isEmpty()) {
      on.at()
          .problem(
              RECIPIENTS,
              "渡せる内容のない機関があります: " + nothing + "。",
              "その機関を外すか、支援会議の構成員に加えるか、本人の同意を登録してください。");
    }
  }

  private static @Nullable Wish callBack(Making on) {
    Set<AgencyId> agencies = on.filled().or(HOLDERS, Set.of());
    Set<Integer> wanted =
        on.filled().or(COPIES, List.of()).stream()
            .map(row -> row.must(NUMBER))
            .collect(Collectors.toUnmodifiableSet());
    Set<Integer> numbers =
        out(on, MeetingForms.requestId(on))
            .map(HandedPaper::copy)
            .filter(copy -> agencies.isEmpty() || agencies.contains(copy.agency()))
            .map(PaperCopy::number)
            .filter(number -> wanted.isEmpty() || wanted.contains(number))
            .collect(Collectors.toUnmodifiableSet());
    if (!numbers.containsAll(wanted)) {
      on.at().problem(COPIES, "その機関から回収を待っていない番号があります。", "渡した資料の一覧にある番号だけにしてください。");
      return null;
    }
    if (numbers.isEmpty()) {
      on.at().problem(HOLDERS, "まだ回収していない資料がありません。", "渡した資料の一覧を確かめてください。");
      return null;
    }
    return Wish.of(new CallBackPapers(on.header(), numbers));
  }

  private static Stream<HandedPaper> out(Making on, MeetingRequestId requestId) {
    return on.state().papers().stream()
        .filter(paper -> paper.item().equals(requestId) && paper.isOut())
        .filter(paper -> !paper.copy().agency().equals(on.agency()));
  }
}
