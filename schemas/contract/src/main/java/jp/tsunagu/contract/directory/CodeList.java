package jp.tsunagu.contract.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;

/** A list of codes that a city names itself, in its network.yaml. */
public enum CodeList {
  /** 受入不可の理由. */
  DECLINE_REASONS("declineReasons"),
  /** 差戻しの理由. */
  SEND_BACK_REASONS("sendBackReasons"),
  /** スクリーニングの理由. */
  SCREENING_REASONS("screeningReasons"),
  /** 紹介元. */
  INTRODUCERS("introducers"),
  /** 欠席の理由. */
  ABSENCE_REASONS("meetings.absenceReasons"),
  /** 締切後の受付の理由. */
  LATE_REASONS("meetings.lateReasons"),
  /** 役割. */
  ROLES("meetings.roles"),
  /** 不足した社会資源. */
  MISSING_RESOURCES("meetings.missingResources");

  private final String place;

  CodeList(String place) {
    this.place = place;
  }

  /** Where in network.yaml it stands; never changes. */
  public String place() {
    return place;
  }

  /** What the settings give now; empty until they have been published. */
  List<Reason> in(Optional<NetworkSettings> network, Optional<MeetingSettings> meetings) {
    return switch (this) {
      case DECLINE_REASONS -> of(network, settings -> settings.choices().declineReasons());
      case SEND_BACK_REASONS -> of(network, settings -> settings.choices().sendBackReasons());
      case SCREENING_REASONS -> of(network, settings -> settings.choices().screeningReasons());
      case INTRODUCERS -> of(network, settings -> settings.choices().introducers());
      case ABSENCE_REASONS -> of(meetings, MeetingSettings::absenceReasons);
      case LATE_REASONS -> of(meetings, MeetingSettings::lateReasons);
      case ROLES -> of(meetings, MeetingSettings::roles);
      case MISSING_RESOURCES -> of(meetings, MeetingSettings::missingResources);
    };
  }

  private static <S> List<Reason> of(Optional<S> settings, Function<S, List<Reason>> list) {
    return settings.map(list).orElse(List.of());
  }
}
