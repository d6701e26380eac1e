package jp.tsunagu.stats.doctor;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.directory.ServiceExaminations;
import jp.tsunagu.runtime.doctor.Doctor;

/** What the statistics look at. */
public final class StatsDoctor {

  private static final String STATE = "data/stats-state";

  private StatsDoctor() {}

  /** Runs it; gives the exit code. */
  public static int run(String... arguments) {
    return Doctor.run(
        () -> CommandSettings.of("stream-stats", arguments),
        settings ->
            new ServiceExaminations(settings, Party.STATS, STATE)
                .of(Set.of(), Set.of(AgencyId.SCHEDULER)));
  }
}
