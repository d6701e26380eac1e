package jp.tsunagu.gateway.directory;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CodeList;
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
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.SocialResource;

/** The codes a record gives names to, each as it will be remembered once it is gone. */
final class NamedCodes {

  private NamedCodes() {}

  static Stream<FormerName> in(DirectoryRecord record) {
    return switch (record) {
      case NetworkSettings settings -> Stream.concat(areas(settings), listed(settings));
      case MeetingSettings settings -> listed(settings);
      case MeetingBody body ->
          Stream.of(new FormerName(FormerName.BODIES, body.bodyId().value(), body.name()));
      case CityForm form ->
          Stream.ofNullable(form.title())
              .map(title -> new FormerName(FormerName.FORMS, form.formId(), title));
      case Agency _,
          AgencyKeys _,
          MeetingContact _,
          HolidayOverrides _,
          CaseFlow _,
          SchemaEntry _,
          CommunityIssue _,
          SocialResource _,
          FormerName _ ->
          Stream.empty();
    };
  }

  private static Stream<FormerName> areas(NetworkSettings settings) {
    return settings.areas().stream()
        .map(area -> new FormerName(FormerName.AREAS, area.areaId().value(), area.name()));
  }

  private static Stream<FormerName> listed(DirectoryRecord record) {
    NetworkDirectory alone = NetworkDirectory.EMPTY.with(List.of(record));
    return Stream.of(CodeList.values())
        .flatMap(
            list ->
                alone.reasons(list).stream()
                    .map(reason -> new FormerName(list.place(), reason.code(), reason.label())));
  }
}
