package jp.tsunagu.scheduler.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.directory.DirectoryExamination;
import jp.tsunagu.runtime.doctor.BrokerExamination;
import jp.tsunagu.runtime.doctor.CommonExaminations;
import jp.tsunagu.runtime.doctor.Doctor;
import jp.tsunagu.runtime.doctor.Examination;
import jp.tsunagu.runtime.start.Faults;
import org.springframework.util.function.SingletonSupplier;

/** What the scheduler looks at: it is a service and, for its commands, an agency. */
public final class SchedulerDoctor {

  private static final String STATE = "data/scheduler-state";

  private SchedulerDoctor() {}

  /** Runs it; gives the exit code. */
  public static int run(String... arguments) {
    return Doctor.run(
        () -> CommandSettings.of("meeting-scheduler", arguments), SchedulerDoctor::examinations);
  }

  private static List<Examination> examinations(CommandSettings settings) {
    String network = settings.get("tsunagu.network-id").orElse("");
    Faults faults = new Faults();
    faults.requireNetworkId(network);
    faults.refuseIfAny();
    Topics topics = new Topics(new NetworkId(network));
    Clock clock = Clock.systemUTC();
    Supplier<BrokerAccess> broker = SingletonSupplier.of(settings::broker);
    CommonExaminations common = new CommonExaminations(settings, clock);
    List<Examination> all = new ArrayList<>();
    all.add(
        new BrokerExamination(
            broker, Party.SCHEDULER, topics, Set.of(AgencyId.SCHEDULER), Set.of(), clock));
    all.add(new DirectoryExamination(broker, topics));
    all.addAll(common.ofMachine(Path.of(settings.get("tsunagu.state-dir").orElse(STATE))));
    all.add(common.mail());
    return all;
  }
}
