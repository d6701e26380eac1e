package jp.tsunagu.connector.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.Choice;

/** Everything an agency can do, beside registering a whole つなぐシート. */
public final class CommandForms {

  private static final List<CommandForm> ALL =
      Stream.of(
              SenderForms.ALL,
              ReceiverForms.ALL,
              CaseForms.ALL,
              ConsentForms.ALL,
              CoordinationForms.ALL,
              MeetingForms.ALL)
          .flatMap(List::stream)
          .toList();

  private CommandForms() {}

  /** All of them, in the order of the description. */
  public static List<CommandForm> all() {
    return ALL;
  }

  /** The one that is called so, by name or title, in half or full width. */
  public static Optional<CommandForm> find(String text) {
    String wanted = Choice.plain(text);
    return ALL.stream()
        .filter(form -> wanted.equals(form.name()) || wanted.equals(Choice.plain(form.title())))
        .findFirst();
  }
}
