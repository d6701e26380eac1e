package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sheet.DossierRows;
import jp.tsunagu.connector.sheet.Passage;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;

/** What the next receiver of a household will read of what was written before, part by part. */
final class PassagePreview {

  private final AgencyId own;
  private final Instant now;

  PassagePreview(AgencyId own, Instant now) {
    this.own = own;
    this.now = now;
  }

  /** Every part that can be read here; what does not go is marked. */
  List<SheetPreview.Part> parts(Passage passage) {
    return passage.pieces().stream().flatMap(this::part).toList();
  }

  /** The same parts by what they are called, without their text. */
  List<SheetPreview.Part> titles(Passage passage) {
    return passage.pieces().stream()
        .flatMap(
            piece ->
                piece.whole().stream()
                    .flatMap(whole -> shown(piece, whole).stream())
                    .map(part -> new SheetPreview.Part(part.title(), List.of(), piece.why())))
        .toList();
  }

  private Stream<SheetPreview.Part> part(Passage.Piece piece) {
    Set<DossierRows.Row> goes =
        piece.goes().stream()
            .flatMap(part -> shown(piece, part).stream())
            .flatMap(part -> part.rows().stream())
            .collect(Collectors.toSet());
    return piece.whole().stream()
        .flatMap(whole -> shown(piece, whole).stream())
        .map(part -> new SheetPreview.Part(part.title(), lines(part, goes), piece.why()));
  }

  /** What goes only in part (お困りごと) stands there twice: as it goes, and as it stays. */
  private static List<SheetPreview.Line> lines(ContentPart whole, Set<DossierRows.Row> goes) {
    List<SheetPreview.Line> lines = new ArrayList<>();
    for (DossierRows.Row line : whole.rows()) {
      goes.stream()
          .filter(other -> other.label().equals(line.label()) && !other.equals(line))
          .filter(other -> !whole.rows().contains(other))
          .map(other -> new SheetPreview.Line(other.label(), other.value(), false))
          .forEach(lines::add);
      lines.add(new SheetPreview.Line(line.label(), line.value(), !goes.contains(line)));
    }
    return lines;
  }

  private List<ContentPart> shown(Passage.Piece piece, OpenPart part) {
    return ContentPart.of(SheetPreview.held(own, piece.dossier(), part, now));
  }

  /** A row for every person something was written of. */
  List<SheetPreview.Person> persons(Passage passage) {
    Map<Integer, List<Passage.Piece>> byPerson = new TreeMap<>();
    for (Passage.Piece piece : passage.pieces()) {
      if (piece.person() != null) {
        byPerson.computeIfAbsent(piece.person().number(), _ -> new ArrayList<>()).add(piece);
      }
    }
    return byPerson.entrySet().stream()
        .map(entry -> person(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static SheetPreview.Person person(int number, List<Passage.Piece> pieces) {
    Set<DetailKind> goes = new HashSet<>();
    Set<DetailKind> stays = new HashSet<>();
    for (Passage.Piece piece : pieces) {
      piece.goes().ifPresent(part -> goes.addAll(part.details()));
      stays.addAll(piece.stays());
    }
    return new SheetPreview.Person(
        "世帯員" + number,
        Passage.words(goes),
        Passage.words(stays),
        pieces.stream()
            .map(Passage.Piece::why)
            .filter(why -> !why.isEmpty())
            .distinct()
            .collect(Collectors.joining()));
  }
}
