package jp.tsunagu.scheduler.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.directory.ServiceExaminations;
import jp.tsunagu.runtime.doctor.CommonExaminations;
import jp.tsunagu.runtime.doctor.Doctor;
import jp.tsunagu.runtime.doctor.Examination;

/** What the scheduler looks at: it is a service and, for its commands, an agency; it sends mail. */
public final class SchedulerDoctor {

  private static final String STATE = "data/scheduler-state";

  private SchedulerDoctor() {}

  /** Runs it; gives the exit code. */
  public static int run(String... arguments) {
    return Doctor.run(
        () -> CommandSettings.of("meeting-scheduler", arguments), SchedulerDoctor::examinations);
  }

  private static List<Examination> examinations(CommandSettings settings) {
    return Stream.concat(
            new ServiceExaminations(settings, Party.SCHEDULER, STATE)
                .of(Set.of(AgencyId.SCHEDULER), Set.of()).stream(),
            Stream.of(new CommonExaminations(settings, Clock.systemUTC()).mail()))
        .toList();
  }
}
