package jp.tsunagu.connector.view;

import java.util.Collection;
import java.util.List;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.RefusalCode;

/**
 * A refusal as a person reads it: code and explanation, whom it is about, and what can be done
 * instead, best first.
 */
public record RefusedView(
    CommandId commandId, RefusalCode code, List<PersonRef> persons, List<NextStep> nextSteps) {

  /** The view of a refusal. */
  public static RefusedView of(
      CommandId commandId,
      RefusalCode code,
      Collection<PersonRef> persons,
      List<NextStep> nextSteps) {
    return new RefusedView(commandId, code, persons.stream().sorted().toList(), nextSteps);
  }

  static RefusedView of(Notice.CommandRefused refused) {
    return of(refused.commandId(), refused.code(), refused.persons(), refused.nextSteps());
  }
}
