package jp.tsunagu.connector.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;

/** Everything an agency can do, beside registering a whole つなぐシート. */
public final class CommandForms {

  private static final List<CommandForm> ALL =
      Stream.of(
              SenderForms.ALL,
              ReceiverForms.ALL,
              CaseForms.ALL,
              ConsentForms.ALL,
              CoordinationForms.ALL,
              InquiryForms.ALL,
              SideForms.ALL,
              MeetingForms.ALL,
              PaperForms.ALL)
          .flatMap(List::stream)
          .toList();

  private static final List<Coded> NAMES =
      ALL.stream().map(form -> new Coded(form.name(), form.title())).toList();

  private CommandForms() {}

  /** All of them, in the order of the description. */
  public static List<CommandForm> all() {
    return ALL;
  }

  /** The one that is called so, by name or title, in half or full width. */
  public static Optional<CommandForm> find(String text) {
    return Codes.find(NAMES, text)
        .flatMap(found -> ALL.stream().filter(is -> is.name().equals(found.code())).findFirst());
  }
}
