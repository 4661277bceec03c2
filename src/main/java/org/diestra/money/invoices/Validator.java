package org.diestra.money.invoices;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * Holds XML against the schemas and the rules of EN 16931 as CEN publishes them. The rules are read
 * when they are first needed, which takes seconds.
 */
@Component
class Validator {
  /** Read when it is first asked for. */
  private static final class Rules {
    static final ValidationExecutorSetRegistry<IValidationSourceXML> ALL =
        new ValidationExecutorSetRegistry<>();

    static {
      EN16931Validation.initEN16931(ALL);
    }
  }

  /** What is wrong with a Cross Industry Invoice; nothing where it is right. */
  List<String> crossIndustry(byte[] xml) {
    return findings(EN16931Validation.VID_CII_1316, xml);
  }

  /** The same for UBL. */
  List<String> universal(byte[] xml) {
    return findings(EN16931Validation.VID_UBL_INVOICE_1316, xml);
  }

  private List<String> findings(DVRCoordinate which, byte[] xml) {
    var set = Rules.ALL.getOfID(which);
    if (set == null) {
      throw new IllegalStateException("no rules " + which);
    }
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
      var results =
          ValidationExecutionManager.executeValidation(
              IValidityDeterminator.createDefault(),
              set,
              ValidationSourceXML.create("invoice.xml", document));
      return StreamSupport.stream(results.getAllErrors().spliterator(), false)
          .map(error -> error.getAsString(Locale.ROOT))
          .toList();
    } catch (SAXException malformed) {
      return List.of(String.valueOf(malformed.getMessage()));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
