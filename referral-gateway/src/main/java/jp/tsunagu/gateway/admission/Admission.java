package jp.tsunagu.gateway.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;

/** Who may log in to a broker and what each may do. Every change returns once the broker has it. */
public record Admission(Admin admin) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The least there is: what is proved is 256 random bits, which nobody guesses. */
  private static final int ITERATIONS = 4_096;

  /** Exactly what is said, nothing of before. */
  public void exactly(Collection<Login> logins, Collection<AclBinding> rights)
      throws ExecutionException, InterruptedException, TimeoutException {
    var wanted = Set.copyOf(rights);
    var before = granted();
    var alterations = new ArrayList<UserScramCredentialAlteration>(gone(logins));
    logins.forEach(login -> alterations.add(password(login)));
    admin.alterUserScramCredentials(alterations).all().get();
    admin.createAcls(without(wanted, before)).all().get();
    delete(without(before, wanted));
    awaitThat(known -> known.equals(wanted));
  }

  /** Lets one more in, or the same by another password from now on. */
  public void admit(Login login, Collection<AclBinding> rights)
      throws ExecutionException, InterruptedException, TimeoutException {
    admin.alterUserScramCredentials(List.of(password(login))).all().get();
    admin.createAcls(rights).all().get();
    awaitThat(known -> known.containsAll(rights));
  }

  /** The same of one that takes no more than a share of each broker. */
  public void admit(Login login, Collection<AclBinding> rights, Share share)
      throws ExecutionException, InterruptedException, TimeoutException {
    admin.alterClientQuotas(List.of(share.given(login.user()))).all().get();
    admit(login, rights);
  }

  /**
   * Takes everything away that was granted to the user, and then its login. Who is connected is
   * refused whatever it does at once, and cut off when the broker asks for its login again.
   */
  public void expel(String user) throws ExecutionException, InterruptedException, TimeoutException {
    Predicate<AclBinding> its =
        right ->
            right.entry().principal().equals("User:" + user)
                && right.entry().permissionType() == AclPermissionType.ALLOW;
    delete(granted().stream().filter(its).collect(Collectors.toSet()));
    if (users().contains(user)) {
      admin.alterUserScramCredentials(List.of(deletion(user))).all().get();
    }
    admin.alterClientQuotas(List.of(Share.taken(user))).all().get();
    awaitThat(known -> known.stream().noneMatch(its));
  }

  private Set<UserScramCredentialAlteration> gone(Collection<Login> logins)
      throws ExecutionException, InterruptedException {
    var users = logins.stream().map(Login::user).collect(Collectors.toSet());
    return users().stream()
        .filter(user -> !users.contains(user))
        .map(Admission::deletion)
        .collect(Collectors.toSet());
  }

  private Set<String> users() throws ExecutionException, InterruptedException {
    return Set.copyOf(admin.describeUserScramCredentials().users().get());
  }

  private static UserScramCredentialAlteration deletion(String user) {
    return new UserScramCredentialDeletion(user, ScramMechanism.SCRAM_SHA_512);
  }

  private static UserScramCredentialAlteration password(Login login) {
    var way = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    return new UserScramCredentialUpsertion(login.user(), way, login.password());
  }

  private void delete(Set<AclBinding> rights) throws ExecutionException, InterruptedException {
    admin.deleteAcls(rights.stream().map(AclBinding::toFilter).toList()).all().get();
  }

  private static Set<AclBinding> without(Set<AclBinding> all, Set<AclBinding> some) {
    var rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private void awaitThat(Predicate<Set<AclBinding>> right) throws TimeoutException {
    BoundedWait.until("the broker's rules", PATIENCE, () -> isKnown(right));
  }

  private boolean isKnown(Predicate<Set<AclBinding>> right) {
    try {
      return right.test(granted());
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
