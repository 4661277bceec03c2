package org.diestra.platform.sheets;

import static org.diestra.platform.sheets.SheetXml.begins;
import static org.diestra.platform.sheets.SheetXml.ends;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's styles are dates: in the cells themselves a date is a number of days. */
public final class XlsxFormats {
  private static final LocalDateTime FROM_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime FROM_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

  private final List<Boolean> dates;
  private LocalDateTime zero = FROM_1900;

  private XlsxFormats(List<Boolean> dates) {
    this.dates = dates;
  }

  /**
   * @param styles may be missing
   */
  public static XlsxFormats read(@Nullable InputStream styles)
      throws IOException, XMLStreamException {
    var dates = new ArrayList<Boolean>();
    if (styles == null) {
      return new XlsxFormats(dates);
    }
    var own = new HashSet<Integer>();
    boolean cells = false;
    try (styles) {
      var xml = SheetXml.open(styles);
      while (xml.hasNext() && !ends(xml, "cellXfs")) {
        xml.next();
        cells |= begins(xml, "cellXfs");
        if (begins(xml, "numFmt") && isDate(SheetXml.attribute(xml, "formatCode"))) {
          own.add(SheetXml.number(xml, "numFmtId", 0));
        }
        if (cells && begins(xml, "xf")) {
          dates.add(isDate(SheetXml.number(xml, "numFmtId", 0), own));
        }
      }
    }
    return new XlsxFormats(dates);
  }

  /** ECMA-376, part 1, 18.8.30 lists the built-in ones. */
  private static boolean isDate(int id, Set<Integer> own) {
    return (id >= 14 && id <= 22) || (id >= 45 && id <= 47) || own.contains(id);
  }

  private static boolean isDate(@Nullable String code) {
    var letters =
        Objects.requireNonNullElse(code, "").replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
    return letters.matches("(?i).*[ymdhs].*") && !letters.contains("General");
  }

  public void countFrom1904(boolean so) {
    zero = so ? FROM_1904 : FROM_1900;
  }

  /** The number as people read it: a date as ISO 8601 writes it, else without binary dust. */
  public String show(String number, int style) {
    try {
      var value = new BigDecimal(number);
      return style >= 0 && style < dates.size() && dates.get(style) ? date(value) : plain(value);
    } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
      return number;
    }
  }

  private String date(BigDecimal days) {
    long seconds = Math.round(days.doubleValue() * 86_400);
    var at = zero.plus(seconds, ChronoUnit.SECONDS);
    var time = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    if (days.doubleValue() < 1) {
      return time.toString();
    }
    return seconds % 86_400 == 0 ? at.toLocalDate().toString() : at.toLocalDate() + " " + time;
  }

  private static String plain(BigDecimal value) {
    var rounded = value.round(new MathContext(15)).stripTrailingZeros();
    return Math.abs(rounded.scale()) > 30 ? rounded.toString() : rounded.toPlainString();
  }
}
