package jp.tsunagu.runtime.start;

import java.security.CodeSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service answers many requests at once on few threads, and a thread that reads a class out of a
 * jar within a jar keeps its processor while it waits for another that does: where there are few
 * processors they wait for one another for ever. So a service is served out of an unpacked folder
 * only.
 *
 * @param place from where its classes are loaded
 */
record Unpacked(String place) implements CheckedAtStart {

  private static final Pattern WITHIN = Pattern.compile("nested:.*?([^/]+\\.jar)/?!");

  static Unpacked of(Class<?> loaded) {
    CodeSource source = loaded.getProtectionDomain().getCodeSource();
    return new Unpacked(
        source == null || source.getLocation() == null ? "" : source.getLocation().toString());
  }

  @Override
  public void check(Faults faults) {
    Matcher within = WITHIN.matcher(place);
    if (within.find()) {
      String jar = within.group(1);
      faults.add(
          ("このサービスは展開してから動かしてください。次の2つを順に行います: java -Djarmode=tools -jar %s extract"
                  + " --destination service、java -jar service/%s")
              .formatted(jar, jar));
    }
  }
}
