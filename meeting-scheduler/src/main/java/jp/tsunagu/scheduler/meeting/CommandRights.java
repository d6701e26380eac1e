package jp.tsunagu.scheduler.meeting;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingRefusal;

/** Who may give a command at all, before its contents count. */
record CommandRights(CommandRules rules) {

  CommandRights(Workbench bench, AgencyId actor) {
    this(new CommandRules(bench, actor));
  }

  /** About a meeting there is. */
  Optional<MeetingRefusal> at(MeetingId meeting) {
    return Objections.first(() -> rules.exists(meeting), () -> rules.isMine(meeting));
  }

  /** To call a meeting of this body. */
  Optional<MeetingRefusal> calling(BodyId body) {
    return Objections.first(() -> rules.bodyIsKnown(body), () -> rules.mayPerhapsCallHere(body));
  }
}
