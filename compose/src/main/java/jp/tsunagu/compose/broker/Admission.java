package jp.tsunagu.compose.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jp.tsunagu.compose.waiting.BoundedWait;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Who may log in to the broker and what each may do: exactly what is said, nothing of before. */
record Admission(Admin admin) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The least there is: what is proved is 256 random bits, which nobody guesses. */
  private static final int ITERATIONS = 4_096;

  /** Returns once the broker knows of it. */
  void exactly(Collection<Login> logins, Collection<AclBinding> rights)
      throws ExecutionException, InterruptedException, TimeoutException {
    var wanted = Set.copyOf(rights);
    var before = granted();
    var alterations = new ArrayList<UserScramCredentialAlteration>(gone(logins));
    logins.forEach(login -> alterations.add(password(login)));
    admin.alterUserScramCredentials(alterations).all().get();
    admin.createAcls(without(wanted, before)).all().get();
    admin
        .deleteAcls(without(before, wanted).stream().map(AclBinding::toFilter).toList())
        .all()
        .get();
    BoundedWait.until("the broker's rules", PATIENCE, () -> isKnown(wanted));
  }

  private Set<UserScramCredentialAlteration> gone(Collection<Login> logins)
      throws ExecutionException, InterruptedException {
    var users = logins.stream().map(Login::user).collect(Collectors.toSet());
    return admin.describeUserScramCredentials().users().get().stream()
        .filter(user -> !users.contains(user))
        .map(user -> new UserScramCredentialDeletion(user, ScramMechanism.SCRAM_SHA_512))
        .collect(Collectors.toSet());
  }

  private static UserScramCredentialAlteration password(Login login) {
    var way = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    return new UserScramCredentialUpsertion(login.user(), way, login.password());
  }

  private static Set<AclBinding> without(Set<AclBinding> all, Set<AclBinding> some) {
    var rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private boolean isKnown(Set<AclBinding> wanted) {
    try {
      return granted().equals(wanted);
    } catch (ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Set<AclBinding> granted() throws ExecutionException, InterruptedException {
    return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
  }
}
