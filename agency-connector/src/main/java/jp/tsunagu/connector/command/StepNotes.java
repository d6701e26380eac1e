package jp.tsunagu.connector.command;

import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Coordination;

/**
 * What is said in words of a step that has no other side – of its exception, of a contact –: sealed
 * for the agency that is chosen to read it, else for who coordinates. The code alone is told.
 */
final class StepNotes {

  /** What a form with an exception says of its note. */
  static final String SAYING = "例外の事情などは note に書きます。封をして、読む機関にだけ渡ります。経過に残るのは例外の理由の区分だけです。";

  static final FormField<AgencyId> READER =
      FormField.agency("reader", "内容を読む機関").hint("空欄なら多機関協働事業者です。自機関だけの控えは内部メモに書きます。");

  private StepNotes() {}

  static Wish carrying(Making on, CaseCommand command) {
    AgencyId named = on.get(READER);
    return on.carrying(command, named == null ? coordinator(on) : named);
  }

  /** Who coordinates, or did; itself, which reads nothing of its own, where nobody does. */
  private static AgencyId coordinator(Making on) {
    return on.tools()
        .records()
        .findCase(on.agency(), on.caseId())
        .flatMap(CaseView::state)
        .map(state -> coordinator(state, on.agency()))
        .orElse(on.agency());
  }

  private static AgencyId coordinator(CaseState state, AgencyId otherwise) {
    return state.coordination() instanceof Coordination.Closed closed
        ? closed.coordinator()
        : state.coordinator().orElse(otherwise);
  }
}
