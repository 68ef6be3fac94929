import java.nio.file.*
import java.util.*
import org.fundinggap.analysis.*
import org.fundinggap.cost.*
import org.fundinggap.demand.*
import org.fundinggap.evidence.*
import org.fundinggap.funding.*
import org.fundinggap.model.*
import org.fundinggap.quantity.*
import org.fundinggap.random.*
import org.fundinggap.report.*
import org.fundinggap.scenario.*
import org.fundinggap.simulation.*
/set mode fundinggap normal -quiet
/set truncation fundinggap 100000
/set feedback fundinggap
