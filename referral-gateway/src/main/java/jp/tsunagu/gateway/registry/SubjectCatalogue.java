package jp.tsunagu.gateway.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.contract.wire.SchemaTable.Entry;

/**
 * The subjects of one network: {@code <topic>-<record>} for every record of every topic there is.
 *
 * @param directory says which agencies have topics
 */
record SubjectCatalogue(SchemaTable table, Topics topics, NetworkDirectory directory) {

  /** All subjects by name. */
  List<String> subjects() {
    return concreteTopics().flatMap(topic -> table.subjectsOf(topic).stream()).sorted().toList();
  }

  /** The versions of a subject, oldest first; empty if there is no such subject. */
  List<Entry> versions(String subject) {
    return concreteTopics()
        .flatMap(topic -> recordName(topic, subject).stream())
        .findFirst()
        .map(table::versionsOf)
        .orElse(List.of());
  }

  /** The subjects whose records carry this schema. */
  List<String> subjectsOf(Entry entry) {
    return subjects().stream()
        .filter(subject -> subject.endsWith("-" + entry.recordName()))
        .toList();
  }

  private Optional<String> recordName(Topic topic, String subject) {
    return table.subjectsOf(topic).contains(subject)
        ? Optional.of(subject.substring(topic.name().length() + 1))
        : Optional.empty();
  }

  private Stream<Topic> concreteTopics() {
    return Stream.concat(
        topics.shared().stream(),
        directory.agencies().stream()
            .filter(agency -> agency.participation() == Participation.CONNECTOR)
            .map(Agency::agencyId)
            .flatMap(agency -> topics.of(agency).stream()));
  }
}
