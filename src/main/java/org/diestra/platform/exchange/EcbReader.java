package org.diestra.platform.exchange;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the European Central Bank's reference rates ({@code eurofxref-daily.xml} and {@code
 * eurofxref-hist-90d.xml}): {@code Cube} elements, of which some have a {@code time} and those
 * below them a {@code currency} and a {@code rate} for one euro. No document types, no entities;
 * currencies that nobody knows are passed over.
 */
final class EcbReader {
  private static final int MOST = 20_000;
  private static final Map<String, Currency> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

  private static final Set<Integer> FORBIDDEN =
      Set.of(XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE);

  private EcbReader() {}

  /** Empty where it is no such list, or a broken one. */
  static Optional<List<Rate>> read(byte[] bytes) {
    try {
      var xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        var rates = rates(xml);
        return rates.isEmpty() ? Optional.empty() : Optional.of(rates);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException
        | DateTimeException
        | ArithmeticException
        | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static List<Rate> rates(XMLStreamReader xml) throws XMLStreamException {
    var rates = new ArrayList<Rate>();
    @Nullable LocalDate day = null;
    while (xml.hasNext()) {
      int event = xml.next();
      if (FORBIDDEN.contains(event) || rates.size() > MOST) {
        throw new XMLStreamException("a document type, or too many rates");
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Cube")) {
        var time = xml.getAttributeValue(null, "time");
        day = time == null ? day : LocalDate.parse(time);
        var rate = xml.getAttributeValue(null, "rate");
        var currency = KNOWN.get(String.valueOf(xml.getAttributeValue(null, "currency")));
        if (rate != null && currency != null && day != null) {
          rates.add(new Rate(currency, figure(rate), day));
        }
      }
    }
    return rates;
  }

  private static BigDecimal figure(String text) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw new NumberFormatException(text);
    }
    var rate = new BigDecimal(text);
    if (rate.signum() <= 0) {
      throw new NumberFormatException(text);
    }
    return rate;
  }
}
