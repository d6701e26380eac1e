package jp.tsunagu.connector.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagu.connector.file.CleanFile.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF without document information, XMP, private data of programs, authors of annotations, scripts
 * and earlier revisions; photographs in it are cleaned as photographs are.
 */
final class CleanPdf {

  /** What no reader of a page needs, wherever it stands. */
  private static final List<COSName> UNSEEN =
      List.of(
          COSName.METADATA,
          COSName.getPDFName("PieceInfo"),
          COSName.getPDFName("LastModified"),
          COSName.AA,
          COSName.getPDFName("Thumb"),
          COSName.getPDFName("JavaScript"),
          COSName.getPDFName("JS"));

  /** Who wrote an annotation, when, and under which name. */
  private static final List<COSName> OF_AN_AUTHOR =
      List.of(COSName.T, COSName.M, COSName.getPDFName("CreationDate"), COSName.NM);

  private CleanPdf() {}

  static byte[] of(byte[] content) throws Refusal {
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.isEncrypted()) {
        throw new Refusal(FileFault.LOCKED_PDF);
      }
      if (document.getNumberOfPages() < 1) {
        throw new Refusal(FileFault.BROKEN);
      }
      document.getDocumentCatalog().getCOSObject().removeItem(COSName.OPEN_ACTION);
      clean(document.getDocument());
      document.setDocumentInformation(new PDDocumentInformation());
      document.getDocument().getTrailer().removeItem(COSName.ID);
      ByteArrayOutputStream clean = new ByteArrayOutputStream();
      document.save(clean);
      return clean.toByteArray();
    } catch (InvalidPasswordException locked) {
      throw new Refusal(FileFault.LOCKED_PDF);
    } catch (IOException | RuntimeException unreadable) {
      throw new Refusal(FileFault.BROKEN);
    }
  }

  private static void clean(COSDocument document) throws IOException, Refusal {
    for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
      COSBase object = document.getObjectFromPool(key).getObject();
      clean(object);
      if (object instanceof COSStream stream) {
        cleanPhotograph(stream);
      }
    }
  }

  /** With all that stands within it; what it only refers to has its own place in the document. */
  private static void clean(COSBase object) throws Refusal {
    if (object instanceof COSDictionary dictionary) {
      clean(dictionary);
    } else if (object instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        clean(array.get(i));
      }
    }
  }

  private static void clean(COSDictionary dictionary) throws Refusal {
    COSName type = dictionary.getCOSName(COSName.TYPE);
    if (dictionary.containsKey(COSName.getPDFName("EmbeddedFiles"))
        || dictionary.containsKey(COSName.EF)
        || COSName.getPDFName("EmbeddedFile").equals(type)) {
      throw new Refusal(FileFault.FILES_WITHIN);
    }
    UNSEEN.forEach(dictionary::removeItem);
    if (dictionary.containsKey(COSName.SUBTYPE) && dictionary.containsKey(COSName.RECT)) {
      OF_AN_AUTHOR.forEach(dictionary::removeItem);
    }
    for (COSName name : List.copyOf(dictionary.keySet())) {
      clean(dictionary.getItem(name));
    }
  }

  private static List<? extends COSBase> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSArray several) {
      return IntStream.range(0, several.size()).mapToObj(several::getObject).toList();
    }
    return filters == null ? List.of() : List.of(filters);
  }

  private static void cleanPhotograph(COSStream stream) throws IOException, Refusal {
    List<? extends COSBase> filters = filters(stream);
    if (filters.contains(COSName.DCT_DECODE)) {
      clean(stream, COSName.DCT_DECODE, CleanJpeg::of);
    } else if (filters.contains(COSName.JPX_DECODE)) {
      clean(stream, COSName.JPX_DECODE, CleanJpeg2000::of);
    }
  }

  /** What a photograph is without who and where. */
  private interface Cleaning {
    byte[] of(byte[] content) throws Refusal;
  }

  /** What other filters it was wrapped in falls away. */
  private static void clean(COSStream stream, COSName filter, Cleaning cleaning)
      throws IOException, Refusal {
    byte[] photograph;
    try (InputStream unwrapped =
        new PDStream(stream).createInputStream(List.of(filter.getName()))) {
      photograph = unwrapped.readAllBytes();
    }
    byte[] clean = cleaning.of(photograph);
    try (OutputStream raw = stream.createRawOutputStream()) {
      raw.write(clean);
    }
    stream.setItem(COSName.FILTER, filter);
    if (stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSArray each) {
      stream.setItem(
          COSName.DECODE_PARMS, each.size() == 0 ? null : each.getObject(each.size() - 1));
    }
  }
}
