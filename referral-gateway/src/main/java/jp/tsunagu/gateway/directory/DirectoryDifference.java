package jp.tsunagu.gateway.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.directory.SocialResource;

/**
 * What must be written so that the directory topic says what network.yaml says. Pure.
 *
 * <p>In this order, so that a stop between any two records loses nothing: first what is remembered
 * of lines that are gone (agencies that left, names of codes), then what is new or changed, last
 * the keys that end.
 *
 * @param written new and changed records
 * @param ended keys that get no value any more
 */
record DirectoryDifference(List<DirectoryRecord> written, List<String> ended) {

  static DirectoryDifference between(
      Collection<DirectoryRecord> wanted, Map<String, DirectoryRecord> standing, LocalDate today) {
    Set<String> inFile = wanted.stream().map(DirectoryRecord::key).collect(Collectors.toSet());
    List<DirectoryRecord> gone =
        standing.values().stream().filter(record -> !inFile.contains(record.key())).toList();
    List<DirectoryRecord> written = new ArrayList<>();
    gone.stream().flatMap(record -> left(record, today)).forEach(written::add);
    written.addAll(formerNames(wanted, standing));
    wanted.stream()
        .filter(record -> !record.equals(standing.get(record.key())))
        .forEach(written::add);
    return new DirectoryDifference(written, ended(gone, codesIn(wanted)));
  }

  int size() {
    return written.size() + ended.size();
  }

  private static Stream<DirectoryRecord> left(DirectoryRecord gone, LocalDate today) {
    return gone instanceof Agency agency && agency.leftOn() == null
        ? Stream.of(agency.left(today))
        : Stream.empty();
  }

  private static List<FormerName> formerNames(
      Collection<DirectoryRecord> wanted, Map<String, DirectoryRecord> standing) {
    Set<String> used = codesIn(wanted);
    return standing.values().stream()
        .flatMap(NamedCodes::in)
        .filter(name -> !used.contains(name.key()))
        .filter(name -> !name.equals(standing.get(name.key())))
        .toList();
  }

  private static Set<String> codesIn(Collection<DirectoryRecord> records) {
    return records.stream()
        .flatMap(NamedCodes::in)
        .map(FormerName::key)
        .collect(Collectors.toSet());
  }

  private static List<String> ended(List<DirectoryRecord> gone, Set<String> used) {
    return gone.stream()
        .filter(record -> endsWithItsLine(record, used))
        .map(DirectoryRecord::key)
        .sorted()
        .toList();
  }

  /**
   * Whether a record that is not in the file ends. A form without changes is as it is declared; one
   * of the city's own is filled in no more. A meeting body that is gone plans nothing more; what it
   * has published stands in the meeting events and ends there. Agencies stay as those that left,
   * with their keys, so that whoever is put back is the same one.
   */
  private static boolean endsWithItsLine(DirectoryRecord record, Set<String> used) {
    return switch (record) {
      case MeetingBody _, MeetingContact _, CityForm _ -> true;
      case FormerName former -> used.contains(former.key());
      case Agency _,
          AgencyKeys _,
          NetworkSettings _,
          MeetingSettings _,
          CaseFlow _,
          HolidayOverrides _,
          SchemaEntry _,
          CommunityIssue _,
          SocialResource _ ->
          false;
    };
  }
}
