import java.nio.file.Files
import java.nio.file.Path
import java.util.*
import org.fundinggap.analysis.*
import org.fundinggap.appraisal.*
import org.fundinggap.bridge.*
import org.fundinggap.calibration.*
import org.fundinggap.chart.*
import org.fundinggap.claim.*
import org.fundinggap.comparison.*
import org.fundinggap.cost.*
import org.fundinggap.demand.*
import org.fundinggap.distribution.*
import org.fundinggap.draws.*
import org.fundinggap.evidence.*
import org.fundinggap.export.*
import org.fundinggap.funding.*
import org.fundinggap.hindcast.*
import org.fundinggap.lever.*
import org.fundinggap.model.*
import org.fundinggap.nowcast.*
import org.fundinggap.file.*
import org.fundinggap.own.*
import org.fundinggap.policy.*
import org.fundinggap.published.*
import org.fundinggap.quantity.*
import org.fundinggap.random.*
import org.fundinggap.report.*
import org.fundinggap.scenario.*
import org.fundinggap.scoring.*
import org.fundinggap.search.*
import org.fundinggap.simulation.*

// JShell cuts what it echoes at 1,000 characters; this prints a value whole.
void show(Object value) { System.out.println(value); }
