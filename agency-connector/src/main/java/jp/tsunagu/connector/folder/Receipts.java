package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.record.InboxContent;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.view.RefusedView;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.runtime.dialect.AgencyNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The receipts of an agency's files. A receipt is there as soon as the file is stored; it says
 * {@code taken} once the network has decided, and is written anew then: {@code true} where all of
 * the file took effect, {@code false} where something was refused, nothing yet ({@code null})
 * before.
 */
final class Receipts implements ReceiptWriter {

  private static final List<String> LISTS = List.of("sheets", "answers");

  private final AgencyId agency;
  private final Folder folder;
  private final Records records;
  private final AgencyNames names;
  private final JsonMapper json;

  Receipts(AgencyId agency, Folder folder, Records records, CurrentDirectory directory) {
    this.agency = agency;
    this.folder = folder;
    this.records = records;
    this.names = id -> directory.snapshot().nameOf(id);
    this.json = ViewJson.mapper(names);
  }

  /** One at a time, so that the newest stays. */
  @Override
  public synchronized void write(String name, byte[] stored) throws IOException {
    ObjectNode receipt = (ObjectNode) json.readTree(stored);
    Set<CommandState.Name> states = EnumSet.noneOf(CommandState.Name.class);
    for (String list : LISTS) {
      for (JsonNode entry : receipt.path(list)) {
        states.add(decided((ObjectNode) entry));
      }
    }
    tell(receipt, states);
    AtomicFiles.writeWithChecksum(
        folder.in().resolve(name + ".receipt.json"),
        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(receipt));
  }

  /** Where an answer of the network is about something of a file, its receipt is written anew. */
  void follow(InboxItem item) throws IOException {
    Optional<CommandId> command =
        switch (item.content()) {
          case InboxContent.Told(Notice.CommandAccepted accepted) ->
              Optional.of(accepted.commandId());
          case InboxContent.Told(Notice.CommandRefused refused) -> Optional.of(refused.commandId());
          case InboxContent.Told(Notice.CommandUnreadable unreadable) ->
              records.sentAt(agency, unreadable.partition(), unreadable.offset());
          case InboxContent.Told _, InboxContent.Happened _, InboxContent.KeysAnnounced _ ->
              Optional.empty();
        };
    Optional<byte[]> stored =
        command.flatMap(id -> records.toldAtSubmission(agency, id, FormFiles.KEY_PREFIX));
    if (stored.isPresent()) {
      write(json.readTree(stored.get()).path("file").asString(), stored.get());
    }
  }

  private static void tell(ObjectNode receipt, Set<CommandState.Name> states) {
    if (states.stream().allMatch(state -> state == CommandState.Name.ACCEPTED)) {
      receipt.put("taken", true);
    } else if (states.stream().anyMatch(Receipts::failed)) {
      receipt.put("taken", false);
      receipt.put("fix", "登録されなかったものだけを直して、新しいファイルで入れ直してください。");
    } else {
      receipt.putNull("taken");
    }
  }

  private static boolean failed(CommandState.Name state) {
    return state.isDecided() && state != CommandState.Name.ACCEPTED;
  }

  private CommandState.Name decided(ObjectNode entry) {
    Optional<OutcomeView> outcome =
        entry
            .path("commandIds")
            .path(0)
            .stringValueOpt()
            .flatMap(id -> records.outcomeInTheEnd(agency, CommandId.of(id)))
            .map(OutcomeView::of);
    outcome.filter(OutcomeView::decided).ifPresent(decided -> add(entry, decided));
    return outcome.map(OutcomeView::state).orElse(CommandState.Name.STORED);
  }

  private void add(ObjectNode entry, OutcomeView outcome) {
    entry.set("state", json.valueToTree(outcome.state()));
    entry.put("taken", outcome.state() == CommandState.Name.ACCEPTED);
    if (outcome.effect().result() != null) {
      entry.put("result", outcome.effect().result());
    }
    if (outcome.sent().caseNumber() != null) {
      entry.put("caseNumber", outcome.sent().caseNumber().value());
    }
    if (outcome.reason() != null) {
      entry.put("problem", outcome.state().label() + ": " + outcome.reason().label());
      entry.put(
          "fix",
          outcome.state() == CommandState.Name.AWAITS_UPDATE
              ? "中央の更新を待って、同じ内容を新しい名前のファイルで入れ直してください。"
              : NextStep.CONTACT_DESK.label());
    }
    RefusedView refused = outcome.refusal();
    if (refused != null) {
      entry.put("problem", refused.explained(names));
      entry.put("fix", refused.fix());
      entry.set("refusal", json.valueToTree(refused));
    }
  }
}
