package jp.tsunagu.gateway.directory;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;

/** The codes a record gives names to, each as it will be remembered once it is gone. */
final class NamedCodes {

  private NamedCodes() {}

  static Stream<FormerName> in(DirectoryRecord record) {
    return switch (record) {
      case NetworkSettings settings -> of(settings);
      case MeetingSettings settings -> of(settings);
      case MeetingBody body ->
          Stream.of(new FormerName(FormerName.BODIES, body.bodyId().value(), body.name()));
      case Agency _,
          AgencyKeys _,
          MeetingContact _,
          HolidayOverrides _,
          SchemaEntry _,
          FormerName _ ->
          Stream.empty();
    };
  }

  private static Stream<FormerName> of(NetworkSettings settings) {
    return Stream.of(
            settings.areas().stream()
                .map(area -> new FormerName(FormerName.AREAS, area.areaId().value(), area.name())),
            named(FormerName.DECLINE_REASONS, settings.declineReasons()),
            named(FormerName.SEND_BACK_REASONS, settings.sendBackReasons()),
            named(FormerName.SCREENING_REASONS, settings.screeningReasons()),
            named(FormerName.INTRODUCERS, settings.introducers()))
        .flatMap(names -> names);
  }

  private static Stream<FormerName> of(MeetingSettings settings) {
    return Stream.of(
            named(FormerName.ABSENCE_REASONS, settings.absenceReasons()),
            named(FormerName.LATE_REASONS, settings.lateReasons()),
            named(FormerName.ROLES, settings.roles()),
            named(FormerName.MISSING_RESOURCES, settings.missingResources()))
        .flatMap(names -> names);
  }

  private static Stream<FormerName> named(String list, List<Reason> reasons) {
    return reasons.stream().map(reason -> new FormerName(list, reason.code(), reason.label()));
  }
}
