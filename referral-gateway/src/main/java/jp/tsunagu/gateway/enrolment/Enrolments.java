package jp.tsunagu.gateway.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.admission.Admission;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.gateway.admission.Rights;
import jp.tsunagu.gateway.admission.Share;
import jp.tsunagu.runtime.enrolment.Enrolment;
import jp.tsunagu.runtime.enrolment.SealedEnrolment;
import jp.tsunagu.runtime.enrolment.Term;

/**
 * What the centre does with the agencies' logins. The secret of a login stands in its bundle alone.
 */
record Enrolments(Centre centre, Admission admission, Clock clock) {

  /**
   * Whether an agency is to take part for the first time (again), or goes on under a new secret.
   */
  enum Kind {
    FIRST,
    RENEWED
  }

  /** A bundle, and what opens it, which goes another way. */
  record Bundle(SealedEnrolment sealed, String password) {
    @Override
    public String toString() {
      return "Bundle[" + sealed + "]";
    }
  }

  /** Why it cannot be, in Japanese; empty where it can. */
  Optional<String> obstacle(AgencyId agency, Kind kind) {
    if (!centre.everyone().contains(agency)) {
      return Optional.of(
          "%s は network.yaml に接続装置のある機関として載っていません。先に network.yaml に加え、ゲートウェイを起動し直してください。"
              .formatted(agency));
    }
    var takesPart = centre.register().find(agency).filter(entry -> entry.ended().isEmpty());
    return switch (kind) {
      case FIRST ->
          takesPart.map(
              entry ->
                  "%s はすでに登録されています(%s まで)。新しい束を作るには renew を使ってください。"
                      .formatted(agency, entry.until()));
      case RENEWED ->
          takesPart.isPresent()
              ? Optional.empty()
              : Optional.of("%s は登録されていません。enrol を使ってください。".formatted(agency));
    };
  }

  /**
   * Makes an agency's bundle. Nothing holds at the brokers before it is {@link #admit admitted}, so
   * that a bundle that could not be written down leaves everything as it was.
   */
  Made make(AgencyId agency, int days) {
    var issued = clock.instant();
    var until = Term.today(clock).plusDays(days);
    var login = new Login(Rights.userOf(agency), Secrets.ofProgram());
    var password = Secrets.ofPerson();
    var enrolment =
        new Enrolment(
            centre.network(),
            agency,
            issued,
            until,
            centre.servers(),
            centre.authority(),
            login.user(),
            login.password());
    return new Made(
        new Bundle(SealedEnrolment.of(enrolment, password), password),
        new Register.Entry(agency, issued, until, Optional.empty()),
        login);
  }

  /** A bundle whose login does not hold yet. */
  record Made(Bundle bundle, Register.Entry entry, Login login) {}

  /** From now on the bundle's login holds, and no earlier one of the agency. */
  void admit(Made made) throws ExecutionException, InterruptedException, TimeoutException {
    var agency = made.entry().agency();
    admission.admit(made.login(), new Rights(centre.network()).ofAgency(agency), Share.OF_AGENCY);
    centre.register().note(made.entry());
  }

  /** Takes an agency's login and rights away, also where the register knows nothing of it. */
  void end(AgencyId agency) throws ExecutionException, InterruptedException, TimeoutException {
    admission.expel(Rights.userOf(agency));
    var register = centre.register();
    register.find(agency).ifPresent(entry -> register.note(entry.endedAt(clock.instant())));
  }

  /** Whose last day is past and whose login still holds. */
  List<AgencyId> overdue(LocalDate today) {
    return centre.register().all().stream()
        .filter(entry -> entry.ended().isEmpty() && new Term(entry.until()).isOver(today))
        .map(Register.Entry::agency)
        .toList();
  }
}
