package jp.tsunagu.contract.directory;

import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;

/** What a city lets people choose from in referrals. */
public record ReasonLists(
    List<Reason> declineReasons,
    List<Reason> sendBackReasons,
    List<Reason> screeningReasons,
    List<Reason> introducers) {

  /** Keeps copies. */
  public ReasonLists {
    declineReasons = List.copyOf(declineReasons);
    sendBackReasons = List.copyOf(sendBackReasons);
    screeningReasons = List.copyOf(screeningReasons);
    introducers = List.copyOf(introducers);
  }
}
