package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes a client of the services' descriptions and compiles it, with a tour that uses it. */
final class GeneratedClient {

  private static final String SETTINGS =
      """
      inputSpec: %s
      generatorName: java
      library: native
      outputDir: %s
      additionalProperties:
        apiPackage: client.%3$s.api
        modelPackage: client.%3$s.model
        invokerPackage: client.%3$s
        openApiNullable: false
        useJakartaEe: true
      globalProperties: {apiDocs: "false", modelDocs: "false", apiTests: "false", modelTests: "false"}
      """;

  private final Path folder;

  /** Works in this folder. */
  GeneratedClient(Path folder) {
    this.folder = folder;
  }

  /** Writes the sources of a client of each service. */
  void generate(Map<String, URI> services) throws IOException, InterruptedException {
    List<String> call = new ArrayList<>();
    call.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            Objects.requireNonNull(System.getProperty("openapi.generator")),
            "batch",
            "--fail-fast"));
    for (var service : services.entrySet()) {
      Path description = folder.resolve(service.getKey() + ".json");
      Files.writeString(description, described(service.getValue()));
      Path settings = folder.resolve(service.getKey() + ".yaml");
      Files.writeString(settings, SETTINGS.formatted(description, folder, service.getKey()));
      call.add(settings.toString());
    }
    Path said = folder.resolve("generator.txt");
    Process generator =
        new ProcessBuilder(call).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(generator.waitFor(2, TimeUnit.MINUTES)).as("the generator ends").isTrue();
    assertThat(generator.exitValue()).as(Files.readString(said)).isZero();
  }

  private static String described(URI service) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(service.resolve("/v3/api-docs")).build();
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    }
  }

  /** Compiles all sources and runs the tour with what it is given; tells what it saw. */
  Map<?, ?> run(String tour, Map<String, String> given)
      throws IOException, ReflectiveOperationException {
    Path sources = folder.resolve("src/main/java");
    Files.createDirectories(sources.resolve("tour"));
    Files.writeString(sources.resolve("tour/Tour.java"), tour);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(sources, classes);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader())) {
      Object seen = loader.loadClass("tour.Tour").getMethod("run", Map.class).invoke(null, given);
      return (Map<?, ?>) Objects.requireNonNull(seen);
    }
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(sources)) {
      var units =
          files.getJavaFileObjectsFromPaths(
              all.filter(file -> file.toString().endsWith(".java")).toList());
      var options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      assertThat(compiler.getTask(said, files, null, options, null, units).call())
          .as(() -> said.toString())
          .isTrue();
    }
  }
}
