package jp.tsunagu.contract.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.topic.SealedRecords;
import org.jspecify.annotations.Nullable;

/** Which records travel on their own, and under which full name of Avro. */
final class RecordNames {
  private static final String ROOT = "jp.tsunagu.contract.avro.";

  private static final Map<String, List<Class<? extends Record>>> BY_PACKAGE =
      Map.of(
          "command",
              SealedRecords.of(
                  CaseCommand.class,
                  AnnounceKey.class,
                  ConfirmReceipt.class,
                  FilePiece.class,
                  RegisterCommand.class),
          "event", SealedRecords.of(CaseEvent.class),
          "notice", SealedRecords.of(Notice.class),
          "directory", SealedRecords.of(DirectoryRecord.class),
          "state", List.of(CaseState.class),
          "meeting",
              SealedRecords.of(
                  MeetingCommand.class, MeetingEvent.class, MeetingCommandRefused.class));

  /** Java class to full name, in the order the ids were first given. */
  private static final Map<Class<? extends Record>, String> NAMES = names();

  private static final Map<String, Class<? extends Record>> CLASSES =
      NAMES.keySet().stream()
          .collect(Collectors.toUnmodifiableMap(NAMES::get, Function.identity()));

  private RecordNames() {}

  private static Map<Class<? extends Record>, String> names() {
    Map<Class<? extends Record>, String> names = new LinkedHashMap<>();
    for (String part : List.of("command", "event", "notice", "directory", "state", "meeting")) {
      for (Class<? extends Record> type : BY_PACKAGE.getOrDefault(part, List.of())) {
        names.put(type, ROOT + part + "." + type.getSimpleName());
      }
    }
    return names;
  }

  static List<Class<? extends Record>> classes() {
    return List.copyOf(NAMES.keySet());
  }

  static String nameOf(Class<? extends Record> type) {
    String name = NAMES.get(type);
    if (name == null) {
      throw new IllegalArgumentException(type.getName() + " does not travel on its own");
    }
    return name;
  }

  /** The record class of this full name, or null if this program has none. */
  static @Nullable Class<? extends Record> classOf(String name) {
    return CLASSES.get(name);
  }
}
