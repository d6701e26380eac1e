package jp.tsunagu.connector.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.enrolment.EnrolmentSettings;
import jp.tsunagu.contract.id.AgencyId;
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

/** What a connector looks at: the broker by the way of each agency, and its database. */
public final class ConnectorDoctor {

  private ConnectorDoctor() {}

  /** Runs it; gives the exit code. */
  public static int run(String... arguments) {
    return Doctor.run(
        () -> CommandSettings.of("agency-connector", arguments).with(new EnrolmentSettings()),
        ConnectorDoctor::examinations);
  }

  private static List<Examination> examinations(CommandSettings settings) {
    ConnectorProperties properties = settings.bound("tsunagu", ConnectorProperties.class);
    Faults faults = new Faults();
    properties.check(faults);
    faults.refuseIfAny();
    Topics topics = new Topics(properties.network());
    Clock clock = Clock.systemUTC();
    Supplier<BrokerAccess> broker = SingletonSupplier.of(settings::broker);
    CommonExaminations common = new CommonExaminations(settings, clock);
    List<Examination> all = new ArrayList<>();
    for (ConnectorProperties.Agency agency : properties.connector().agencies()) {
      AgencyId id = new AgencyId(Objects.requireNonNull(agency.id()));
      all.add(
          new BrokerExamination(
              () -> broker.get().with(agency.kafka()),
              Party.AGENCY,
              topics,
              Set.of(id),
              Set.of(AgencyId.SCHEDULER),
              clock));
    }
    all.add(
        new DirectoryExamination(
            () -> broker.get().with(properties.connector().agencies().getFirst().kafka()), topics));
    all.add(new DatabaseExamination(settings, clock));
    all.addAll(common.ofMachine(properties.connector().home()));
    all.add(common.mail());
    return all;
  }
}
