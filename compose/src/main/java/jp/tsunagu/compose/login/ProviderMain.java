package jp.tsunagu.compose.login;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * The provider as a program of its own: its words say for whom, Boot's settings where it listens.
 * For example {@code --folder login --network network.yaml --secrets secrets --issuer
 * https://login.example.jp gateway=https://renkei.example.jp=https://gateway:8080}: each service by
 * its client, the address of browsers and the address inside, its secret in {@code client.<client>}
 * of the folder of secrets.
 */
public final class ProviderMain {
  private static final int WRONG_USE = 2;
  private static final int PARTS_OF_A_SITE = 3;
  private static final List<String> OPTIONS =
      List.of("--folder", "--network", "--secrets", "--issuer");

  private ProviderMain() {}

  /** Runs until it is stopped. */
  public static void main(String[] arguments) throws IOException {
    try {
      var order = read(List.of(arguments));
      OwnerOnly.folder(order.setup().folder());
      var provider =
          LoginProvider.start(order.setup(), City.read(order.network()), Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "stop"));
    } catch (WrongWords wrong) {
      System.err.println(wrong.getMessage());
      Runtime.getRuntime().exit(WRONG_USE);
    }
  }

  /** What the words say. */
  record Order(LoginProvider.Setup setup, Path network) {}

  /** They cannot be understood; the message says why and how they are to be, in Japanese. */
  static final class WrongWords extends Exception {
    WrongWords(String message) {
      super(message);
    }
  }

  static Order read(List<String> words) throws WrongWords, IOException {
    var options = new HashMap<String, String>();
    var sites = new ArrayList<String>();
    for (var place = 0; place < words.size(); place++) {
      var word = words.get(place);
      if (!word.startsWith("--")) {
        sites.add(word);
      } else if (OPTIONS.contains(word) && place + 1 < words.size()) {
        options.put(word, words.get(++place));
      } else {
        throw new WrongWords(word + " は分かりません。使えるのは " + String.join("、", OPTIONS) + " と、その値です。");
      }
    }
    for (var needed : OPTIONS) {
      if (!options.containsKey(needed)) {
        throw new WrongWords(needed + " がありません。" + needed + " <値> の形で指定してください。");
      }
    }
    return new Order(
        new LoginProvider.Setup(
            Path.of(must(options, "--folder")),
            must(options, "--issuer"),
            sites(sites, Path.of(must(options, "--secrets"))),
            Map.of()),
        Path.of(must(options, "--network")));
  }

  private static String must(Map<String, String> options, String name) {
    return options.getOrDefault(name, "");
  }

  private static List<Site> sites(List<String> words, Path secrets) throws WrongWords, IOException {
    var sites = new ArrayList<Site>();
    for (var word : words) {
      var parts = word.split("=", -1);
      if (parts.length != PARTS_OF_A_SITE) {
        throw new WrongWords(word + " は <クライアント>=<ブラウザから見たアドレス>=<中から見たアドレス> の形にしてください。");
      }
      var secret = secrets.resolve("client." + parts[0]);
      if (!Files.isReadable(secret)) {
        throw new WrongWords(secret + " を読めません。" + parts[0] + " の合言葉をここに置いてください。");
      }
      sites.add(
          new Site(
              parts[0],
              Files.readString(secret).strip(),
              URI.create(parts[1]),
              URI.create(parts[2])));
    }
    return sites;
  }
}
