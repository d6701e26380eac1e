package jp.tsunagu.connector.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.lifecycle.InquiryCommand.TakeBackInquiry;
import jp.tsunagu.contract.lifecycle.InquiryUnable;

/** 情報収集: the coordinator asks several agencies at once, each answers to the coordinator alone. */
final class InquiryForms {

  private static final FormField<Set<AgencyId>> AGENCIES =
      FormField.agencies("agencies", "依頼する機関").must().hint("[\"機関ID\", …] の形で書いてください。");
  private static final FormField<Set<AgencyId>> OF_WHOM =
      FormField.agencies("agencies", "取り下げる機関").hint("空欄なら、回答を待っているすべての機関です。");
  private static final FormField<Set<PersonRef>> ABOUT =
      FormField.persons("about", "対象の世帯員").must().hint("[1, 2] のように番号を書いてください。");
  private static final FormField<LocalDate> DUE =
      FormField.day("due", "回答期限", Plausible.PLANNED).must().hint("明日から90日以内の日です。");
  private static final FormField<InquiryUnable> UNABLE =
      FormField.oneOf("unable", "回答できない理由", Choice.known(InquiryUnable.class))
          .hint("回答できないときだけ選びます。");

  static final List<CommandForm> ALL =
      List.of(
          onCase("ask-agencies", "情報収集を依頼する", "", InquiryForms::ask)
              .asking(AGENCIES, ABOUT, DUE)
              .carrying()
              .saying("尋ねることは note に書きます。封をして、依頼する機関にだけ渡ります。ほかに依頼した機関は伝わりません。"),
          onCase("answer-inquiry", "情報収集に答える", "/answer", InquiryForms::answer)
              .asking(UNABLE)
              .carrying()
              .saying("回答は note と persons に書きます。封をして、依頼した機関にだけ渡ります。"),
          onCase(
                  "take-back-inquiry",
                  "情報収集の依頼を取り下げる",
                  "/take-back",
                  on ->
                      Wish.of(new TakeBackInquiry(on.header(), on.filled().or(OF_WHOM, Set.of()))))
              .asking(OF_WHOM));

  private InquiryForms() {}

  private static CommandForm onCase(String name, String title, String path, Maker make) {
    return CommandForm.onCase(Group.COORDINATION, name, title, "/inquiries" + path, make);
  }

  private static Wish ask(Making on) {
    Set<AgencyId> agencies = on.must(AGENCIES);
    return on.carryingToAll(
        new AskAgencies(on.header(), agencies, on.must(ABOUT), on.must(DUE), null), agencies);
  }

  private static Wish answer(Making on) {
    return on.carrying(new AnswerInquiry(on.header(), on.get(UNABLE), null), asker(on));
  }

  /** Who asked; where nobody did, the desk, for which the network will refuse it. */
  private static AgencyId asker(Making on) {
    return on.tools()
        .records()
        .findCase(on.agency(), on.caseId())
        .flatMap(CaseView::state)
        .flatMap(state -> state.openInquiry(on.agency()))
        .map(Inquiry::parties)
        .map(parties -> parties.sender())
        .orElseGet(() -> Objects.requireNonNullElse(on.tools().desk(), on.agency()));
  }
}
