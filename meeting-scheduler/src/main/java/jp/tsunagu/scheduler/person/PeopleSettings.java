package jp.tsunagu.scheduler.person;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which key commands name who gave them ({@code tsunagu.people.*}).
 *
 * @param key the key itself, as 64 hexadecimal digits: the same for every scheduler of the network;
 *     none means that of the folder
 * @param folder where the key stands otherwise, made when somebody acts for the first time; belongs
 *     into the backup, as without it nobody can tell any more who acted
 */
@ConfigurationProperties("tsunagu.people")
record PeopleSettings(@Nullable String key, @DefaultValue("data/scheduler-people") Path folder)
    implements CheckedAtStart {

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

  @Override
  public void check(Faults faults) {
    if (given().filter(text -> !FORM.matcher(text).matches()).isPresent()) {
      faults.unusable("tsunagu.people.key", "すべての会議調整に同じ、64桁の16進数");
    }
  }

  /** The key that was given, without the line end of the file where it stands. */
  Optional<String> given() {
    return Optional.ofNullable(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return "PeopleSettings[folder=" + folder + "]";
  }
}
