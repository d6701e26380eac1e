package jp.tsunagu.gateway.network;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Opens the file, parses it as YAML and hands it to {@link NetworkReader}. */
final class NetworkFileReader {

  private NetworkFileReader() {}

  static NetworkFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    Faults faults = new Faults();
    try {
      Node root = parsed(Files.readString(file));
      Optional<NetworkConfiguration> configuration = judged(root, faults, file);
      List<NetworkFault> found = faults.inOrder();
      if (found.isEmpty() && configuration.isPresent()) {
        return new NetworkFile.Usable(configuration.get());
      }
      return new NetworkFile.Unusable(found.stream().map(f -> f.message(name)).toList());
    } catch (MarkedYAMLException notYaml) {
      return unusable(notYaml, name);
    } catch (CharacterCodingException notUtf8) {
      return unusable(name + ": 文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。");
    } catch (IOException | YAMLException unreadable) {
      return unusable(file + " を読めません。ファイルの場所と権限を確かめてください。");
    }
  }

  private static @Nullable Node parsed(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    options.setMaxAliasesForCollections(20);
    return new Yaml(options).compose(new StringReader(text));
  }

  private static Optional<NetworkConfiguration> judged(
      @Nullable Node root, Faults faults, Path file) {
    if (root == null) {
      faults.add(1, "", "ファイルが空です。", "network.yaml の見本から書き始めてください。");
      return Optional.empty();
    }
    return new NetworkReader(file).read(new YamlValue(root, "", faults));
  }

  private static NetworkFile unusable(MarkedYAMLException notYaml, String name) {
    int line = notYaml.getProblemMark() == null ? 1 : notYaml.getProblemMark().getLine() + 1;
    return unusable(name + " " + line + "行目: YAML として読めません。この行と前の行の字下げ、コロンの後の空白、引用符を確かめてください。");
  }

  private static NetworkFile unusable(String problem) {
    return new NetworkFile.Unusable(List.of(problem));
  }
}
